import type { Readable } from 'node:stream'
import { authorize, inScope, NotFound, type TenantContext } from '@sotay/kernel'
import { eq, sql } from 'drizzle-orm'
import { type DecisionReference, decisionInput } from './inputs'
import { decision, organisationChange, unit, unitVersion } from './schema'

export interface DecisionScan {
  body: Readable
  fileName: string
}

/**
 * The scan of a decision that changed a unit within the actor's scope, as the unit is today or was when it changed.
 * @throws NotFound when it is not for the actor, or has no scan
 */
export async function openScan(ctx: TenantContext, input: DecisionReference): Promise<DecisionScan> {
  const scope = authorize(ctx, 'organisation.browse')
  const { decisionId } = decisionInput.parse(input)
  const [seen] = await ctx.db.execute(sql`
    select from ${organisationChange} change
    join ${unitVersion} touched on touched.opened_by = change.id or touched.closed_by = change.id
    join ${unit} now on now.id = touched.unit_id
    where change.decision_id = ${decisionId}
      and (${inScope(sql`now.path`, scope)} or ${inScope(sql`touched.path`, scope)})
    limit 1`)
  if (!seen) throw new NotFound()
  return scanOf(ctx, decisionId)
}

/** The scan of a decision that the caller has found to be for the actor. @throws NotFound when it has none */
export async function scanOf(ctx: TenantContext, decisionId: string): Promise<DecisionScan> {
  const [found] = await ctx.db.select().from(decision).where(eq(decision.id, decisionId))
  if (!found?.fileKey) throw new NotFound()
  const { body } = await ctx.files.get(ctx.files.stored(found.fileKey))
  return { body, fileName: found.fileName ?? 'quyet-dinh' }
}
