import { authorize, type JobDefinition, Refusal, type TenantContext, todayOf, transaction } from '@sotay/kernel'
import { and, asc, eq, lte } from 'drizzle-orm'
import { z } from 'zod'
import { lockTree, organisationChange, settleUnits } from '../organisation'
import { settleChange } from './settle-change'

/** Lets planned changes take effect whose day has come, each in a transaction of its own, in the order of their days. */
export const settleChanges: JobDefinition<Record<string, never>> = {
  name: 'reorganisation.settle',
  concurrency: 1,
  limitSeconds: 600,
  input: z.object({}).strict() as z.ZodType<Record<string, never>>,
  async handler(ctx) {
    authorize(ctx, 'reorganisation.manage')
    const refused = new Set<string>()
    for (;;) {
      const due = (await dueChanges(ctx)).find(({ id }) => !refused.has(id))
      if (!due) break
      await settle(ctx, due.id).catch((error: unknown) => {
        // Others do not wait for one that cannot be: it stays planned and overdue on the list, and is tried each night.
        if (!(error instanceof Refusal)) throw error
        refused.add(due.id)
      })
    }
    await transaction(ctx, async (tx) => {
      await lockTree(tx)
      await settleUnits(tx)
    })
  },
}

const settle = (ctx: TenantContext, changeId: string) =>
  transaction(ctx, async (tx) => {
    await lockTree(tx)
    await settleChange(tx, changeId)
  })

function dueChanges({ db, config, clock }: TenantContext) {
  const today = todayOf({ config, clock })
  return db
    .select({ id: organisationChange.id })
    .from(organisationChange)
    .where(and(eq(organisationChange.status, 'planned'), lte(organisationChange.effectiveOn, today)))
    .orderBy(asc(organisationChange.effectiveOn), asc(organisationChange.madeAt), asc(organisationChange.id))
}
