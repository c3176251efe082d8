import { Conflict, newId, type TransactionContext } from '@sotay/kernel'
import { getTableColumns, inArray, or, sql } from 'drizzle-orm'
import { childPath } from './path'
import { unit, unitVersion } from './schema'
import { nextStates, type TreeEdits } from './tree-edits'
import { asOf } from './versions'

const { foldedName: _, ...columns } = getTableColumns(unitVersion)
export type StoredVersion = Omit<typeof unitVersion.$inferSelect, 'foldedName'>

export interface Rewriting {
  changeId: string
  /** The first day of the new state. */
  on: string
  edits: TreeEdits
}

export interface Rewritten {
  /** Versions that were set right and not merely ended, as they were, to be put back if the change is cancelled. */
  replaced: StoredVersion[]
  /** Units that hang on another unit now because theirs ended. */
  rehomed: Set<string>
  /** Units with another path alone: something above them changed. */
  below: Set<string>
}

/**
 * Writes what units are called and where they hang from a day on, theirs and of all below them: what was in force ends
 * the day before, what would have begun later is set right where it stands. The tree must be locked and the edits
 * checked.
 * @throws Conflict when something would hang on a unit that ends without a home for it, or ends on the day it began
 */
export async function rewriteVersions(tx: TransactionContext, rewriting: Rewriting): Promise<Rewritten> {
  const { changeId, on, edits } = rewriting
  const paths = await pathsOn(tx, rewriting)
  await insertCreated(tx, rewriting, paths)
  const roots = [...edits.moved, ...edits.ended].map(({ unitId }) => paths.get(unitId)!)
  const touched = await standing(tx, on, { roots, ids: edits.renamed.map(({ unitId }) => unitId) })
  const next = nextStates(edits, (unitId) => paths.get(unitId)!)
  const named = new Set(edits.moved.map(({ unitId }) => unitId))
  const { replaced, rehomed, below }: Rewritten = { replaced: [], rehomed: new Set(), below: new Set() }
  const [closed, deleted]: [string[], string[]] = [[], []]
  const [opened, altered]: [StoredVersion[], StoredVersion[]] = [[], []]
  for (const version of touched) {
    const state = next(version)
    if (state === 'homeless') throw new Conflict('organisation.children-need-home', { name: version.name })
    const begun = version.validFrom < on
    if (state !== 'ended' && !named.has(version.unitId)) {
      if (state.parentId !== version.parentId) rehomed.add(version.unitId)
      else if (state.path !== version.path) below.add(version.unitId)
    }
    if (begun) closed.push(version.id)
    else replaced.push(version)
    if (state === 'ended') {
      if (!begun) deleted.push(version.id)
    } else if (begun) {
      opened.push({ ...version, ...state, id: newId(), validFrom: on, openedBy: changeId })
    } else altered.push({ ...version, ...state })
  }
  await close(tx, rewriting, closed)
  if (deleted.length > 0) await tx.db.delete(unitVersion).where(inArray(unitVersion.id, deleted))
  await alter(tx, altered)
  await insertVersions(tx, opened)
  return { replaced, rehomed, below }
}

async function pathsOn(tx: TransactionContext, { on, edits }: Rewriting): Promise<Map<string, string>> {
  const { created, moved, ended } = edits
  const named = [
    ...created.map((edit) => edit.parentId),
    ...moved.flatMap((edit) => [edit.unitId, edit.parentId]),
    ...ended.flatMap((edit) => [edit.unitId, ...(edit.childrenTo ? [edit.childrenTo] : [])]),
  ]
  const rows = await tx.db
    .select({ unitId: unitVersion.unitId, path: unitVersion.path })
    .from(unitVersion)
    .where(sql`${inUnits(named)} and ${asOf(unitVersion, on)}`)
  const paths = new Map(rows.map(({ unitId, path }) => [unitId, path]))
  for (const { unitId, parentId } of created) paths.set(unitId, childPath(paths.get(parentId), unitId))
  return paths
}

async function insertCreated(tx: TransactionContext, { changeId, on, edits }: Rewriting, paths: Map<string, string>) {
  if (edits.created.length === 0) return
  const rows = edits.created.map(({ unitId, ...state }) => ({ id: unitId, path: paths.get(unitId)!, ...state }))
  await tx.db.insert(unit).values(rows.map((row) => ({ ...row, validFrom: on })))
  const period = { validFrom: on, validUntil: null, openedBy: changeId, closedBy: null }
  await insertVersions(
    tx,
    rows.map(({ id: unitId, ...state }) => ({ ...state, ...period, id: newId(), unitId })),
  )
}

/** Versions that reach into the time from the day on, of the units named and of all below the roots. */
function standing(tx: TransactionContext, on: string, { roots, ids }: { roots: string[]; ids: string[] }) {
  const below = sql`${unitVersion.path} <@ any(string_to_array(${roots.join(',')}, ',')::ltree[])`
  const named = or(roots.length > 0 ? below : undefined, ids.length > 0 ? inUnits(ids) : undefined)
  if (!named) return []
  const lasting = sql`(${unitVersion.validUntil} is null or ${unitVersion.validUntil} >= ${on}::date)`
  return tx.db.select(columns).from(unitVersion).where(sql`${lasting} and ${named}`)
}

const inUnits = (ids: string[]) => sql`${unitVersion.unitId} = any(string_to_array(${ids.join(',')}, ',')::uuid[])`

async function close(tx: TransactionContext, { changeId, on }: Rewriting, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.db
    .update(unitVersion)
    .set({ validUntil: sql`${on}::date - 1`, closedBy: changeId })
    .where(sql`${unitVersion.id} = any(string_to_array(${ids.join(',')}, ',')::uuid[])`)
}

// One parameter, however many rows: a tier abolished is thousands of them.
const given = (rows: StoredVersion[]) => sql`json_to_recordset(${JSON.stringify(rows)}::text::json) as given (id uuid,
  "unitId" uuid, "parentId" uuid, path text, kind text, level text, name text, "validFrom" date, "validUntil" date,
  "openedBy" uuid, "closedBy" uuid)`

async function alter(tx: TransactionContext, rows: StoredVersion[]): Promise<void> {
  if (rows.length === 0) return
  await tx.db.execute(sql`update ${unitVersion} set parent_id = given."parentId", path = given.path::ltree, name = given.name
    from ${given(rows)} where unit_version.id = given.id`)
}

/** Adds versions as they stand; those with an id that is there already are put back as given. */
export async function insertVersions(tx: TransactionContext, rows: StoredVersion[]): Promise<void> {
  if (rows.length === 0) return
  await tx.db.execute(sql`
    insert into ${unitVersion} (id, unit_id, parent_id, path, kind, level, name, valid_from, valid_until, opened_by, closed_by)
    select id, "unitId", "parentId", path::ltree, kind, level, name, "validFrom", "validUntil", "openedBy", "closedBy"
    from ${given(rows)}
    on conflict (id) do update set parent_id = excluded.parent_id, path = excluded.path, name = excluded.name,
      valid_until = excluded.valid_until, opened_by = excluded.opened_by, closed_by = excluded.closed_by`)
}
