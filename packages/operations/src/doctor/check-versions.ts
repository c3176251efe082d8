import { unit, unitVersion } from '@sotay/domain/organisation'
import { type TenantContext, todayOf } from '@sotay/kernel'
import { sql } from 'drizzle-orm'

/** What is amiss between the tree of today and its history, as counts. */
export interface VersionFaults {
  /** States with days on which the parent does not exist. */
  orphaned: number
  /** States whose path is not their parent's path of the same days. */
  misplaced: number
  /** States that do not begin the day after the one before ended. */
  gaps: number
  /** Units that are today otherwise than their state of today says, or whose days are not those of their states. */
  differing: number
}

/** Holds the states of all units against one another and against the tree of today. */
export async function checkVersions({ db, config, clock }: TenantContext): Promise<VersionFaults> {
  const today = sql`${todayOf({ config, clock })}::date`
  const days = (alias: string) => sql.raw(`daterange(${alias}.valid_from, ${alias}.valid_until, '[]')`)
  const [faults] = await db.execute(sql`
    with state as (
      select unit_id, parent_id, path, kind, level, name, valid_from, valid_until,
        lag(valid_until) over (partition by unit_id order by valid_from) as over,
        row_number() over (partition by unit_id order by valid_from) as turn
      from ${unitVersion}
    ), life as (
      select unit_id, range_agg(${days('state')}) as days, min(valid_from) as begins,
        case when bool_or(valid_until is null) then null else max(valid_until) end as ends
      from state group by unit_id
    )
    select
      (select count(*)::int from state left join life parent on parent.unit_id = state.parent_id
        where state.parent_id is not null and (${days('state')} <@ parent.days) is not true) as orphaned,
      (select count(*)::int from state where case when state.parent_id is null then nlevel(state.path) <> 1 else exists (
        select from state parent where parent.unit_id = state.parent_id and ${days('parent')} && ${days('state')}
          and subpath(state.path, 0, -1) <> parent.path) end) as misplaced,
      (select count(*)::int from state where turn > 1 and over + 1 is distinct from valid_from) as gaps,
      (select count(*)::int from ${unit} now
        left join life on life.unit_id = now.id
        left join state on state.unit_id = now.id and ${today} <@ ${days('state')}
        where (now.valid_from, now.valid_until) is distinct from (life.begins, life.ends)
          or (state.unit_id is not null and (now.parent_id, now.path, now.kind, now.level, now.name)
            is distinct from (state.parent_id, state.path, state.kind, state.level, state.name))) as differing`)
  return faults as unknown as VersionFaults
}
