import { authorize, covers, may, type TenantContext } from '@sotay/kernel'
import type { TransferRow } from './places'
import type { TransferKind, TransferStatus } from './schema'

/** What the actor is to a transfer: its member, who may ask for the member, either cell, the committee that decides. */
export type Stance = 'member' | 'asker' | 'old' | 'new' | 'decider' | 'reader'

type Placed = Pick<TransferRow, 'memberId' | 'homePath' | 'goalPath' | 'competent'>

/**
 * Works out what the actor is to a transfer. Nobody answers or decides on their own: another of the cell, or the
 * committee above it, does.
 */
export function stancesOf(
  ctx: TenantContext,
  { memberId, homePath, goalPath, competent }: Placed,
): ReadonlySet<Stance> {
  const held = new Set<Stance>()
  const own = ctx.actor.kind === 'member' && ctx.actor.memberId === memberId
  if (own) held.add('member')
  const within = (permission: string, path: string | null) =>
    path !== null && may(ctx, permission) && covers(authorize(ctx, permission), path)
  if (within('transfers.read', homePath) || within('transfers.read', goalPath)) held.add('reader')
  if (own) return held
  if (within('transfers.request', homePath)) held.add('asker')
  if (within('transfers.answer', homePath)) held.add('old')
  if (within('transfers.answer', goalPath)) held.add('new')
  if (competent && pathsOf(ctx, 'transfers.decide')?.includes(competent.path) !== false) held.add('decider')
  return held
}

/** The units at which the actor holds a permission, and not those below; nothing stands for every unit. */
export function pathsOf(ctx: TenantContext, permission: string): string[] | undefined {
  const audience = ctx.config.access.get(permission)
  if (ctx.actor.kind !== 'member') return ctx.actor.kind === 'anonymous' ? [] : undefined
  const { grants } = ctx.actor
  return grants.filter(({ role }) => typeof audience === 'object' && audience.has(role)).map(({ path }) => path)
}

export type Act = 'confirm' | 'accept' | 'decide' | 'turn-down' | 'withdraw' | 'redirect' | 'cancel' | 'close'

type Stage = Pick<TransferRow, 'kind' | 'status'>

/** Who takes an act at a stage; nobody where the act does not belong to it. */
const takers: Record<Act, (stage: Stage) => readonly Stance[]> = {
  confirm: at(['requested'], ['permanent', 'temporary', 'out'], ['old']),
  accept: at(['confirmed'], ['permanent', 'temporary', 'in'], ['new']),
  decide: (stage) =>
    at(
      ['accepted'],
      ['permanent', 'temporary'],
      ['decider'],
    )(stage).concat(at(['confirmed'], ['out'], ['decider'])(stage)),
  'turn-down': ({ kind, status }) => {
    if (status === 'requested') return ['old']
    if (status === 'accepted') return ['decider']
    if (status !== 'confirmed') return []
    return kind === 'out' ? ['decider'] : kind === 'in' ? ['new', 'decider'] : ['new']
  },
  withdraw: at(['requested', 'confirmed', 'accepted'], ['permanent', 'temporary', 'out'], ['member', 'asker']),
  redirect: at(['confirmed', 'accepted', 'decided'], ['permanent', 'temporary'], ['decider', 'old']),
  cancel: at(['decided'], ['permanent', 'temporary', 'out'], ['decider']),
  close: at(['decided'], ['out'], ['decider']),
}

function at(statuses: TransferStatus[], kinds: TransferKind[], who: Stance[]) {
  return ({ kind, status }: Stage): Stance[] => (statuses.includes(status) && kinds.includes(kind) ? who : [])
}

/** Whether the actor, being what they are, takes an act now. */
export const takes = (act: Act, stage: Stage, held: ReadonlySet<Stance>): boolean =>
  takers[act](stage).some((stance) => held.has(stance))

/** What the actor may do with a transfer now. */
export const actsOf = (stage: Stage, held: ReadonlySet<Stance>): Act[] =>
  (Object.keys(takers) as Act[]).filter((act) => takes(act, stage, held))

/** Whether the actor would take the act at another stage of the transfer. */
export const mightTake = (act: Act, { kind }: Stage, held: ReadonlySet<Stance>): boolean =>
  (['requested', 'confirmed', 'accepted', 'decided'] as const).some((status) => takes(act, { kind, status }, held))
