import type { PersonalData } from '@sotay/kernel'
import { asc, eq } from 'drizzle-orm'
import texts from './locales/vi.json'
import { cardCase } from './schema'

/** The member's card cases. */
export const cardsOfMember: PersonalData = async (ctx, memberId) => {
  const cases = await ctx.db
    .select()
    .from(cardCase)
    .where(eq(cardCase.memberId, memberId))
    .orderBy(asc(cardCase.reportedAt))
  const { fields: f, title } = texts.personal
  const rows = cases.map((row) => ({
    [f.kind]: texts.kinds[row.kind],
    [f.status]: texts.statuses[row.status],
    [f.reportedAt]: row.reportedAt,
    [f.note]: row.note,
    [f.oldCard]: row.oldCard,
    [f.otherCard]: row.otherCard,
    [f.newCard]: row.newCard,
    [f.decidedAt]: row.decidedAt,
    [f.outcome]: row.outcome,
  }))
  return [{ tables: ['card_case'], title, rows }]
}
