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
  const shown = actor.kind === 'member' ? config.navigation.filter((item) => may(ctx, item.needs)) : []
  const link = (item: (typeof shown)[number]): FrameLink => ({
    href: item.path,
    label: texts.t(item.label),
    icon: item.icon as NavIconName,
  })
  const groups = (actor.kind === 'member' ? GROUPS : [])
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
    groups,
    bar: [home, ...bar.map(link)].slice(0, 4),
    seats: seatsOf(ctx),
    flash: sayFlash(cookies, setCookie),
  }
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
