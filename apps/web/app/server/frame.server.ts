import { type CompiledConfiguration, may, type NavGroup, type TenantContext } from '@sotay/kernel'
import { type Appearance, readAppearance } from '@sotay/ui/appearance'
import { brandTheme } from '@sotay/ui/brand-theme'
import type { NavIconName } from '@sotay/ui/nav-icon'
import { texts } from '../shell/texts.server'
import { sayFlash } from './flash.server'
import type { Visit } from './tenant-loader'

export interface FrameLink {
  href: string
  label: string
  icon: NavIconName
}

/** What every page of the site needs around its own content. */
export interface Frame {
  brand: { app: string; emblem: string; icon: string; themeColor: string }
  revision: number
  zone: string
  appearance: Appearance
  person: { name: string; unit: string } | null
  /** Who visits from the vendor, why, as what and how long; on every page of the visit (H26). */
  visit: { line: string; leave: string } | null
  /** Of maintenance that is under way. */
  notices: { text: string; until: string }[]
  groups: { group: string; links: FrameLink[] }[]
  bar: FrameLink[]
  /** The seats the person holds, which they act for besides their own name (QN 2.6). */
  seats: string[]
  flash: string | null
}

/** The rail's groups from top to bottom. */
const GROUPS: NavGroup[] = ['information', 'cell-life', 'study', 'opinion', 'steering', 'administration']

const home: FrameLink = { href: '/', label: texts.t('shell:home'), icon: 'home' }

export async function readFrame(ctx: TenantContext, { request, setCookie }: Visit): Promise<Frame> {
  const { config, actor } = ctx
  const inside = actor.kind === 'member' || actor.kind === 'visitor'
  const shown = inside ? config.navigation.filter((item) => may(ctx, item.needs)) : []
  const link = (item: (typeof shown)[number]): FrameLink => ({
    href: item.path,
    label: texts.t(item.label),
    icon: item.icon as NavIconName,
  })
  const groups = (inside ? GROUPS : [])
    .map((group) => ({
      group,
      links: [...(group === 'information' ? [home] : []), ...shown.filter((item) => item.group === group).map(link)],
    }))
    .filter(({ links }) => links.length > 0)
  const bar = shown.filter((item) => item.bar).sort((a, b) => a.bar! - b.bar!)
  const cookies = request.headers.get('cookie')
  return {
    brand: brandOf(config),
    revision: config.revision,
    zone: config.timezone,
    appearance: readAppearance(cookies),
    person: actor.kind === 'member' ? { name: actor.name, unit: actor.unitName } : null,
    visit: visitOf(ctx),
    notices: noticesOf(ctx),
    groups,
    bar: [home, ...bar.map(link)].slice(0, 4),
    seats: seatsOf(ctx),
    flash: sayFlash(cookies, setCookie),
  }
}

function visitOf({ actor, config, clock }: TenantContext): Frame['visit'] {
  if (actor.kind !== 'visitor') return null
  const { name, ticket, until, mayWrite } = actor
  const role = config.roles.find(({ key }) => key === actor.role)?.name ?? actor.role
  const minutes = Math.max(1, Math.ceil((until.getTime() - clock.now().getTime()) / 60_000))
  const line = texts.t('support:banner.line', { name, ticket, role, minutes })
  const rights = texts.t(mayWrite ? 'support:banner.write' : 'support:banner.read')
  return { line: `${line}, ${rights}`, leave: texts.t('support:banner.leave') }
}

const noticesOf = ({ tenant, clock }: TenantContext): Frame['notices'] => {
  const now = clock.now()
  return tenant.notices
    .filter(({ from, until }) => from <= now && until > now)
    .map(({ text, until }) => ({ text, until: until.toISOString() }))
}

function seatsOf({ actor, config }: TenantContext): string[] {
  const held = actor.kind === 'member' ? actor.grants.filter(({ seat }) => seat) : []
  const nameOf = (role: string) => config.roles.find(({ key }) => key === role)?.name ?? role
  return held.map(({ role, unitName }) => (unitName ? `${nameOf(role)}, ${unitName}` : nameOf(role)))
}

const brands = new WeakMap<CompiledConfiguration, Frame['brand']>()

// Colours are worked out once per revision, never per request.
function brandOf(config: CompiledConfiguration): Frame['brand'] {
  let brand = brands.get(config)
  if (!brand) {
    const version = `?v=${config.revision}`
    const { themeColor } = brandTheme(config.brand.colours)
    brand = {
      app: config.brand.app,
      emblem: `/brand/emblem.svg${version}`,
      icon: `/brand/icon-192.png${version}`,
      themeColor,
    }
    brands.set(config, brand)
  }
  return brand
}

/** Address of a file of the province's brand; a new revision is a new address, so browsers may keep the old for good. */
export const brandAddress = ({ config }: Pick<TenantContext, 'config'>, name: string): string =>
  `/brand/${name}?v=${config.revision}`
