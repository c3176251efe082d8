import { type JobDefinition, type TenantContext, TooMany, unseal } from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { inRoster, member, readPhone } from '../members'
import { provinceLimit } from './code-limits'
import texts from './locales/vi.json'
import { consume } from './rate-limits'

const input = z.object({
  notice: z.enum(['second-factor-reset', 'phone-changed', 'approvals-waiting', 'roles-expiring']),
  memberId: z.uuid(),
  /** Where it goes when not to the phone on file: a number sealed for the member. */
  sealedTo: z.string().optional(),
  words: z.record(z.string(), z.string()).optional(),
  /** Under one key a notice leaves once; the work's own when absent. */
  key: z.string().optional(),
})

/** The label of a number that a notice goes to. */
export const numberBox = (memberId: string) => ({ purpose: 'accounts:box:phone', subject: memberId })

/**
 * Tells a member by a text message of what happened to the account. It counts against the province's daily cap, beyond
 * which it does not leave: the pages say the same (H23).
 */
export const sendNotice: JobDefinition<z.output<typeof input>> = {
  name: 'accounts.send-notice',
  input,
  async handler(ctx, { notice, memberId, sealedTo, words, key }, ports) {
    const number = sealedTo ? unseal(ctx, numberBox(memberId), sealedTo) : await phoneOnFile(ctx, memberId)
    const to = number && readPhone(number)
    if (!to || !(await withinCap(ctx))) return
    const known: Record<string, string> = { app: ctx.config.brand.app, ...words }
    const text = texts.messages[notice].replace(/\{\{(\w+)\}\}/g, (_, name: string) => known[name] ?? '')
    await ports.sendText({ key: key ?? `accounts.notice:${ctx.requestId}`, tenantId: ctx.tenant.id, to, text })
  },
}

async function phoneOnFile(ctx: TenantContext, memberId: string): Promise<string | null | undefined> {
  const [held] = await ctx.db
    .select({ phone: member.phone })
    .from(member)
    .where(and(eq(member.id, memberId), inRoster))
  return held?.phone
}

async function withinCap(ctx: TenantContext): Promise<boolean> {
  try {
    await consume(ctx, 'accounts.too-many-codes', [provinceLimit(ctx, true)])
    return true
  } catch (error) {
    if (error instanceof TooMany) return false
    throw error
  }
}
