import { authorize, type TenantContext } from '@sotay/kernel'
import { eq, sql } from 'drizzle-orm'
import { decision, unitVersion } from '../organisation'
import { type ChangeReference, changeInput } from './inputs'
import { loadChange } from './load-change'
import type { StoredPlan } from './perform-change'
import type { ChangeCounts } from './rehearse'

/** What became of a unit by a change. */
export interface ChangedUnit {
  unitId: string
  fate: 'created' | 'renamed' | 'moved' | 'ended'
  before: string | null
  after: string | null
  /** What it hung on before and after, where that changed. */
  aboveBefore: string | null
  aboveAfter: string | null
}

/** As many as a page shows; the counts tell the rest. */
const MOST = 300

/**
 * A change, its decision, and what became of the units: those that only stand elsewhere with what is above them are
 * counted, not listed.
 * @throws NotFound outside the actor's scope
 */
export async function readChange(ctx: TenantContext, input: ChangeReference) {
  const scope = authorize(ctx, 'reorganisation.manage')
  const { changeId } = changeInput.parse(input)
  const { id, kind, status, effectiveOn, decisionId, madeAt, settledAt, ...change } = await loadChange(
    ctx,
    scope,
    changeId,
  )
  const { subject, counts } = change.plan as StoredPlan
  const [[order], units] = await Promise.all([
    decisionId ? ctx.db.select().from(decision).where(eq(decision.id, decisionId)) : [],
    changedUnits(ctx, changeId),
  ])
  const ordered = order && {
    id: order.id,
    number: order.number,
    signedOn: order.signedOn,
    signer: order.signer,
    issuer: order.issuer,
    scan: order.fileKey !== null,
  }
  const counted = counts as ChangeCounts | undefined
  return { id, kind, status, effectiveOn, madeAt, settledAt, subject, counts: counted, decision: ordered, units }
}

async function changedUnits({ db }: TenantContext, changeId: string): Promise<ChangedUnit[]> {
  const name = (side: string) =>
    sql.raw(`(select up.name from unit_version up where up.unit_id = ${side}.parent_id
    and up.valid_from <= ${side}.valid_until and (up.valid_until is null or up.valid_until >= ${side}.valid_until) limit 1)`)
  const above = sql.raw(`(select up.name from unit_version up where up.unit_id = after.parent_id
    and up.valid_from <= after.valid_from and (up.valid_until is null or up.valid_until >= after.valid_from) limit 1)`)
  const rows = await db.execute<ChangedUnit & Record<string, unknown>>(sql`
    with before as (select * from ${unitVersion} where closed_by = ${changeId}),
    after as (select * from ${unitVersion} where opened_by = ${changeId})
    select coalesce(after.unit_id, before.unit_id) as "unitId", before.name as before, after.name as after,
      case when before.id is null then 'created' when after.id is null then 'ended'
        when before.name <> after.name then 'renamed' else 'moved' end as fate,
      case when before.parent_id is distinct from after.parent_id then ${name('before')} end as "aboveBefore",
      case when before.parent_id is distinct from after.parent_id then ${above} end as "aboveAfter"
    from before full join after on after.unit_id = before.unit_id
    where before.parent_id is distinct from after.parent_id or before.name is distinct from after.name
    order by after.id is null desc, before.id is null desc, coalesce(before.name, after.name) collate "vi-x-icu"
    limit ${MOST}`)
  return [...rows]
}
