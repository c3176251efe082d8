import type { PersonalPart, TenantContext } from '@sotay/kernel'
import { and, asc, eq, inArray, notLike } from 'drizzle-orm'
import { unit } from '../organisation'
import texts from './locales/vi.json'
import { memberChange } from './schema'

/** The history of a member's line, in words; that of the file, whose fields have a prefix, is the file's to tell. */
export async function historyOfLine(ctx: TenantContext, memberId: string): Promise<PersonalPart> {
  const changes = await ctx.db
    .select()
    .from(memberChange)
    .where(and(eq(memberChange.memberId, memberId), notLike(memberChange.field, '%.%')))
    .orderBy(asc(memberChange.at), asc(memberChange.id))
  const ids = changes.flatMap(({ field, before, after }) => (field === 'unitId' ? [before, after] : []))
  const cells = await namesOf(ctx, [...new Set(ids.filter((id) => id !== null))])
  const words: Record<string, string> = texts.fields
  const side = (field: string, value: string | null) => (field === 'unitId' ? (cells.get(value ?? '') ?? value) : value)
  return {
    tables: ['member_change'],
    title: 'Lịch sử thay đổi trong danh sách',
    rows: changes.map(({ at, field, before, after }) => ({
      'Thời điểm': at,
      Mục: words[field] ?? field,
      Trước: side(field, before),
      Sau: side(field, after),
    })),
  }
}

async function namesOf(ctx: TenantContext, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db.select({ id: unit.id, name: unit.name }).from(unit).where(inArray(unit.id, ids))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
