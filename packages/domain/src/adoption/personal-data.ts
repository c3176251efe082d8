import type { PersonalData } from '@sotay/kernel'
import { eq } from 'drizzle-orm'
import texts from './locales/vi.json'
import { smartphone } from './schema'

const words = texts.personal

/** What the census holds on a member. */
export const smartphoneOfMember: PersonalData = async (ctx, memberId) => {
  const rows = await ctx.db.select().from(smartphone).where(eq(smartphone.memberId, memberId))
  return [
    {
      tables: ['smartphone'],
      title: words.title,
      rows: rows.map(({ has, recordedAt }) => ({ [words.has]: has, [words.recordedAt]: recordedAt })),
    },
  ]
}
