import { type TenantContext, todayOf } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import { type UnitReference, unitReferenceInput } from './inputs'
import { loadPlace } from './load-place'
import { standsOn, treeDay } from './places'
import { type ChangeKind, decision, organisationChange, unitVersion } from './schema'
import { readingScope } from './scope-on-day'

/** What became of a unit on a day; `above` stands for a unit higher up that moved. */
export type Turn = 'began' | 'renamed' | 'moved' | 'above' | 'level' | 'ended'

interface Order {
  kind: ChangeKind
  decisionId: string | null
  number: string | null
  signedOn: string | null
  signer: string | null
  hasScan: boolean
}

export interface HistoryEntry {
  /** The first day of the new state; of an end, the first day without the unit. */
  on: string
  /** Yet to come. */
  planned: boolean
  turns: Turn[]
  name: string
  /** Key of its level. */
  level: string
  parentName: string | null
  /** The change that ordered it; none of what was there at the start. */
  order: Order | null
}

interface Version {
  name: string
  level: string
  parentId: string | null
  parentName: string | null
  path: string
  from: string
  /** The first day after it. */
  over: string | null
  opened: Order | null
  closed: Order | null
}

/**
 * All that a unit went through and what is planned for it, latest first, with the decisions behind it.
 * @param input `day` on which the unit must have lain within the scope; today when absent
 * @throws NotFound outside the actor's scope
 */
export async function unitHistory(ctx: TenantContext, input: UnitReference): Promise<HistoryEntry[]> {
  const scope = readingScope(ctx)
  const { unitId, day } = unitReferenceInput.parse(input)
  await loadPlace(ctx, unitId, treeDay(ctx, day), scope)
  const today = todayOf(ctx)
  const versions = await readVersions(ctx, unitId)
  const entries = versions.flatMap((version, index): HistoryEntry[] => {
    const { name, level, parentName, over } = version
    const entry = (day: string, turns: Turn[], order: Order | null) => {
      return { on: day, planned: day > today, turns, name, level, parentName, order }
    }
    const begun = entry(version.from, turnsBetween(versions[index - 1], version), version.opened)
    const last = index === versions.length - 1
    return last && over ? [begun, entry(over, ['ended'], version.closed)] : [begun]
  })
  return entries.reverse()
}

function turnsBetween(before: Version | undefined, after: Version): Turn[] {
  if (!before) return ['began']
  const turns: Turn[] = []
  if (before.name !== after.name) turns.push('renamed')
  if (before.parentId !== after.parentId) turns.push('moved')
  else if (before.path !== after.path) turns.push('above')
  if (before.level !== after.level) turns.push('level')
  return turns
}

async function readVersions({ db }: TenantContext, unitId: string): Promise<Version[]> {
  const order = (change: string, paper: string) => {
    const [c, p] = [sql.raw(change), sql.raw(paper)]
    return sql`case when ${c}.id is not null then json_build_object('kind', ${c}.kind, 'decisionId', ${p}.id, 'number', ${p}.number,
      'signedOn', ${p}.signed_on, 'signer', ${p}.signer, 'hasScan', ${p}.file_key is not null) end`
  }
  const rows = await db.execute(sql`
    select version.name, version.level, version.parent_id as "parentId", version.path::text as path,
      version.valid_from::text as "from", (version.valid_until + 1)::text as over,
      (select parent.name from ${unitVersion} parent
        where parent.unit_id = version.parent_id and ${standsOn('parent', sql`version.valid_from`)}) as "parentName",
      ${order('opening', 'opening_paper')} as opened, ${order('closing', 'closing_paper')} as closed
    from ${unitVersion} version
    left join ${organisationChange} opening on opening.id = version.opened_by
    left join ${decision} opening_paper on opening_paper.id = opening.decision_id
    left join ${organisationChange} closing on closing.id = version.closed_by
    left join ${decision} closing_paper on closing_paper.id = closing.decision_id
    where version.unit_id = ${unitId} order by version.valid_from`)
  return rows as unknown as Version[]
}
