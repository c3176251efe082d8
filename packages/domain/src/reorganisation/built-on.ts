import { Conflict, type TransactionContext } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { organisationChange, unitVersion } from '../organisation'
import type { StoredPlan } from './perform-change'

/**
 * Holds that nothing stands on what a change wrote: a later state of a unit it changed, something below a place that is
 * there because of it, or a version that another change set right after it. Ids order changes by when they were made.
 * @throws Conflict naming what does
 */
export async function assertNothingBuiltOn(tx: TransactionContext, changeId: string, plan: StoredPlan): Promise<void> {
  const replaced = sql`string_to_array(${plan.replaced.map(({ id }) => id).join(',')}, ',')`
  const [later] = await tx.db.execute<{ name: string }>(sql`
    with own as (select * from ${unitVersion} where opened_by = ${changeId}),
    closed as (select * from ${unitVersion} where closed_by = ${changeId}),
    placed as (
      select own.path from own left join closed on closed.unit_id = own.unit_id where closed.path is distinct from own.path
    )
    select one.name from ${unitVersion} one
    where one.opened_by is distinct from ${changeId}::uuid and one.id::text <> all(${replaced})
      and (one.valid_until is null or one.valid_until >= (select effective_on from ${organisationChange} where id = ${changeId}))
      and (exists (select 1 from own where own.unit_id = one.unit_id and one.valid_from >= own.valid_from)
        or exists (select 1 from placed where one.path <@ placed.path))
    union all
    select other.plan -> 'subject' ->> 'name' from ${organisationChange} other,
      jsonb_to_recordset(other.plan -> 'replaced') as past (id text, "openedBy" text)
    where other.status <> 'cancelled' and other.id <> ${changeId}
      and (past."openedBy" = ${changeId}::text or (other.id > ${changeId}::uuid and past.id = any(${replaced})))
    limit 1`)
  if (later) throw new Conflict('reorganisation.built-on', { name: later.name })
}
