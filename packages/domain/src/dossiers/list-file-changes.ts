import { authorize, inScope, type TenantContext } from '@sotay/kernel'
import { and, desc, eq, inArray, like, type SQL, sql } from 'drizzle-orm'
import { member, memberChange } from '../members'
import { unit } from '../organisation'
import { fromCanonical } from './canonical'
import type { FileField, FileValue } from './field-type'
import { fieldOf } from './fields'
import { findPerson, isSelf } from './find-person'
import { fromHistoryField, HISTORY_PATTERN } from './history-field'
import { type FileChangesPage, fileChangesInput } from './inputs'
import { fromHistory } from './sealed-values'
import { type ShownField, withOptions } from './show-file'

export interface FileChange {
  id: string
  at: Date
  /** Who wrote it: a name, or nothing for the system. */
  by: string | null
  /** A request of the member's stands behind it. */
  requested: boolean
  field: Pick<ShownField, 'key' | 'type' | 'columns' | 'options'>
  /** Values are left out: the field is sensitive and the file is another's. */
  masked: boolean
  before: FileValue | null
  after: FileValue | null
}

/**
 * The history of a file, newest first, a page at a time: one's own, or one within the scope, where sensitive values are
 * left out.
 * @throws NotFound outside the scope
 */
export async function listFileChanges(ctx: TenantContext, input: FileChangesPage) {
  const { memberId, after, size } = fileChangesInput.parse(input)
  const own = isSelf(ctx, memberId)
  if (own) authorize(ctx, 'dossiers.own')
  else await findPerson(ctx, memberId, inScope(unit.path, authorize(ctx, 'dossiers.read')))
  const page = await ctx.db
    .select()
    .from(memberChange)
    .where(
      and(
        eq(memberChange.memberId, memberId),
        like(memberChange.field, HISTORY_PATTERN),
        after ? beyond(after) : undefined,
      ),
    )
    .orderBy(desc(memberChange.at), desc(memberChange.id))
    .limit(size + 1)
  const rows = page.slice(0, size)
  const names = await namesOf(ctx, rows)
  const last = rows.at(-1)
  return {
    changes: rows.flatMap((row) => shown(ctx, row, { own, by: names.get(row.by) ?? null })),
    next: page.length > size && last ? `${last.at.toISOString()}~${last.id}` : undefined,
  }
}

type Row = typeof memberChange.$inferSelect

const PHOTO: FileField = { key: 'photo', section: 'own', type: 'text', keptBy: 'member' }

function shown(ctx: TenantContext, row: Row, { own, by }: { own: boolean; by: string | null }): FileChange[] {
  const name = fromHistoryField(row.field)
  const field = name === PHOTO.key ? PHOTO : fieldOf(name)
  if (!field) return []
  // A portrait’s line says that it changed; what it was is the name of a file.
  const masked = field === PHOTO || (field.sensitive === true && !own)
  const side = (kept: string | null) =>
    masked ? null : fromCanonical(field, fromHistory(ctx, row.memberId, field, kept))
  const { key, type, columns, options } = withOptions(ctx, field)
  return [
    {
      id: row.id,
      at: row.at,
      by,
      requested: row.requestId !== null,
      field: { key, type, columns, options },
      masked,
      before: side(row.before),
      after: side(row.after),
    },
  ]
}

async function namesOf({ db }: TenantContext, rows: Row[]): Promise<Map<string, string>> {
  const ids = [...new Set(rows.map(({ by }) => by).filter((by) => /^[0-9a-f-]{36}$/.test(by)))]
  if (ids.length === 0) return new Map()
  const people = await db.select({ id: member.id, name: member.fullName }).from(member).where(inArray(member.id, ids))
  return new Map(people.map(({ id, name }) => [id, name]))
}

function beyond(after: string): SQL {
  const [at, id] = after.split('~')
  return sql`(${memberChange.at}, ${memberChange.id}) < (${at}::timestamptz, ${id}::uuid)`
}
