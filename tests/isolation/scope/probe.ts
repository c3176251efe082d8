import { Conflict, NotFound, type TenantContext, Unauthenticated } from '@sotay/kernel'
import type { Holder, Maker, Place, World } from './province'

export type Outcome = 'may' | 'hidden' | 'signed-out' | string

/** One real verb that asks for a permission, on something at a place. */
export interface Probe {
  permission: string
  verb: string
  /** Acts on what is the actor's own, not on a place. */
  own: boolean
  /** Asks about a unit of any kind, not about something in a cell. */
  ofUnit: boolean
  /** Makes what it acts on, so that nothing but the act itself is undone afterwards. */
  prepare(world: World, place: Place): Promise<(ctx: TenantContext) => Promise<unknown>>
}

type Act<Thing> = (ctx: Holder['ctx'], thing: Thing, place: Place) => Promise<unknown>

/**
 * @param verb its name; of a permission at least one reads and one writes, where there are such
 * @param act answers `false` where it shows a list without the thing
 */
export function probe<Thing>(permission: string, verb: string, maker: Maker<Thing>, act: Act<Thing>): Probe {
  return {
    permission,
    verb,
    own: false,
    ofUnit: false,
    async prepare(world, place) {
      const thing = await world.once(maker, place)
      return (ctx) => act(ctx as Holder['ctx'], thing, place)
    },
  }
}

/** A verb that names a unit. */
export const unitProbe = (
  permission: string,
  verb: string,
  act: (ctx: Holder['ctx'], unit: { unitId: string }) => Promise<unknown>,
): Probe => ({
  permission,
  verb,
  own: false,
  ofUnit: true,
  prepare:
    async (_, { cell }) =>
    (ctx) =>
      act(ctx as Holder['ctx'], { unitId: cell.id }),
})

/** A verb on what is the actor's own. */
export const ownProbe = (permission: string, verb: string, act: (ctx: Holder['ctx']) => Promise<unknown>): Probe => ({
  permission,
  verb,
  own: true,
  ofUnit: false,
  prepare: async () => (ctx) => act(ctx as Holder['ctx']),
})

class Undone extends Error {}

/** Runs an act in a transaction that is rolled back, so that the next one finds everything as it was. */
export async function outcomeOf(ctx: TenantContext, act: (ctx: TenantContext) => Promise<unknown>): Promise<Outcome> {
  let outcome: Outcome = 'not run'
  const undone = ctx.db.transaction(async (db) => {
    outcome = await act({ ...ctx, db: db as unknown as TenantContext['db'] }).then(
      (answer) => (answer === false ? 'hidden' : 'may'),
      (error: unknown) => {
        if (error instanceof NotFound) return 'hidden'
        if (error instanceof Unauthenticated) return 'signed-out'
        return error instanceof Conflict ? `conflict ${error.code}` : String(error)
      },
    )
    throw new Undone()
  })
  await undone.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  return outcome
}
