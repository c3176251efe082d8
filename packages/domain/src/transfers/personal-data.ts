import type { PersonalData } from '@sotay/kernel'
import { desc, eq } from 'drizzle-orm'
import texts from './locales/vi.json'
import { selectTransfers } from './places'
import { transfer } from './schema'

const words = texts.personal

/** What transfers hold on a member. */
export const transfersOfMember: PersonalData = async (ctx, memberId) => {
  if (!ctx.config.transfers) return [{ tables: ['transfer'], title: words.title, rows: [] }]
  const found = await selectTransfers(ctx).where(eq(transfer.memberId, memberId)).orderBy(desc(transfer.requestedAt))
  const rows = found.map((row) => ({
    [words.requestedAt]: row.requestedAt,
    [words.from]: row.kind === 'in' ? row.elsewhere : row.homeName,
    [words.to]: row.kind === 'out' ? row.elsewhere : row.goalName,
    [words.reason]: row.reason,
    [words.effectiveOn]: row.effectiveOn,
    [words.untilOn]: row.untilOn,
  }))
  return [{ tables: ['transfer'], title: words.title, rows }]
}
