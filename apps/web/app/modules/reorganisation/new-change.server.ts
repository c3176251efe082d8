import { type ChangeSubject, chooseUnit, readSubject } from '@sotay/domain/reorganisation'
import { isId, type TenantContext, todayOf } from '@sotay/kernel'
import type { Visit } from '../../server/tenant-loader'

/** Kinds of change that this page draws up; the end of a tier has a page of its own. */
const newKinds = ['create', 'rename', 'move', 'split', 'merge', 'dissolve'] as const
export type NewKind = (typeof newKinds)[number]

const MOST_PARTS = 6
const MANY = 40

/** One question after another: which kind, which unit, then the form; each answer stands in the address. */
export async function readNewChange(ctx: TenantContext, { url }: Pick<Visit, 'url'>) {
  const asked = (name: string) => url.searchParams.get(name)?.trim() ?? ''
  const kind = newKinds.find((entry) => entry === asked('loai'))
  const search = asked('tim')
  if (!kind) {
    await chooseUnit(ctx, { search: '', limit: 1 })
    return { step: 'kind' as const }
  }
  const unitId = asked('don-vi')
  if (!isId(unitId)) {
    const kinds = kind === 'create' ? (['committee', 'steering'] as const) : undefined
    const found = await chooseUnit(ctx, { search, kinds: kinds && [...kinds] })
    return { step: 'unit' as const, kind, search, found }
  }
  const subject = await readSubject(ctx, { unitId })
  const targets = await readTargets(ctx, kind, subject, search)
  const parts = Math.min(MOST_PARTS, Math.max(1, Number.parseInt(asked('so'), 10) || 1))
  const today = todayOf(ctx)
  return {
    step: 'form' as const,
    kind,
    subject,
    targets,
    search,
    parts,
    today,
    levels: levelsBelow(ctx, subject),
    roles: rolesOf(ctx, subject),
  }
}

type NewChange = Awaited<ReturnType<typeof readNewChange>>
export type NewChangeForm = Extract<NewChange, { step: 'form' }>

/** Units that may take something over, the nearest at hand first: those beside it, and those found by name. */
async function readTargets(
  ctx: TenantContext,
  kind: NewKind,
  { unit, siblings, parent }: ChangeSubject,
  search: string,
) {
  if (kind === 'create' || kind === 'rename' || kind === 'split') return []
  const cells = unit.kind === 'cell' && kind !== 'move'
  const kinds = kind === 'merge' ? [unit.kind] : cells ? (['cell'] as const) : (['committee', 'steering'] as const)
  const found = search || kind === 'move' ? await chooseUnit(ctx, { search, kinds: [...kinds], limit: MANY }) : []
  const near = search || kind === 'move' ? [] : [...(cells || kind === 'merge' || !parent ? [] : [parent]), ...siblings]
  return [...near.map((entry) => ({ ...entry, above: '' })), ...found]
    .filter(({ id }) => id !== unit.id && !(kind === 'move' && id === parent?.id))
    .map(({ id, name, above }) => ({ id, name: above ? `${name} (${above})` : name }))
}

function levelsBelow({ config, clock }: TenantContext, { unit }: ChangeSubject) {
  const { levels } = config.organisation
  const today = todayOf({ config, clock })
  const below = levels.slice(levels.findIndex(({ key }) => key === unit.level) + 1)
  return below.filter(({ until }) => !until || until >= today).map(({ key, name }) => ({ value: key, label: name }))
}

export const rolesOf = ({ config }: TenantContext, { roles }: Pick<ChangeSubject, 'roles'>) =>
  roles.map(({ role, held }) => ({ key: role, held, name: config.roles.find(({ key }) => key === role)?.name ?? role }))
