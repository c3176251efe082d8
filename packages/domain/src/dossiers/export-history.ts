import type { PersonalPart, TenantContext } from '@sotay/kernel'
import { and, asc, eq, like } from 'drizzle-orm'
import { memberChange } from '../members'
import { fromCanonical } from './canonical'
import { fieldOf } from './fields'
import { fromHistoryField, HISTORY_PATTERN } from './history-field'
import { plainValue } from './plain-value'
import { fromHistory } from './sealed-values'
import { withOptions } from './show-file'
import { exportWords, fieldWord } from './words'

/** The history of the member's file, opened: it is their own. A portrait's lines say that it changed, not to what. */
export async function historyOfFile(ctx: TenantContext, memberId: string): Promise<PersonalPart> {
  const changes = await ctx.db
    .select()
    .from(memberChange)
    .where(and(eq(memberChange.memberId, memberId), like(memberChange.field, HISTORY_PATTERN)))
    .orderBy(asc(memberChange.at), asc(memberChange.id))
  const rows = changes.map(({ field: name, before, after, at }) => {
    const key = fromHistoryField(name)
    const field = fieldOf(key)
    const words = (kept: string | null) =>
      field ? plainValue(withOptions(ctx, field), fromCanonical(field, fromHistory(ctx, memberId, field, kept))) : ''
    return {
      [exportWords.changedAt]: at,
      [exportWords.field]: fieldWord(key),
      [exportWords.before]: words(before),
      [exportWords.changedTo]: words(after),
    }
  })
  return { tables: ['member_change'], title: exportWords.history, rows }
}
