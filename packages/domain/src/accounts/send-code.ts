import { type JobDefinition, unseal } from '@sotay/kernel'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { inRoster, member, readPhone } from '../members'
import texts from './locales/vi.json'
import { oneTimeCode } from './schema'

const input = z.object({ challengeId: z.uuid(), sealed: z.string() })

/** Sends a code to the phone on file, or to the one that is to take its place, once for a challenge. A challenge of nobody, or a late one, sends nothing. */
export const sendCode: JobDefinition<z.output<typeof input>> = {
  name: 'accounts.send-code',
  input,
  async handler(ctx, { challengeId, sealed }, ports) {
    const [addressee] = await ctx.db
      .select({ phone: member.phone, newPhone: oneTimeCode.phone, expiresAt: oneTimeCode.expiresAt })
      .from(oneTimeCode)
      .innerJoin(member, and(eq(member.id, oneTimeCode.memberId), inRoster))
      .where(
        and(
          eq(oneTimeCode.id, challengeId),
          isNull(oneTimeCode.verifiedAt),
          gt(oneTimeCode.expiresAt, ctx.clock.now()),
        ),
      )
    const code = unseal(ctx, { purpose: 'accounts:box:code', subject: challengeId }, sealed)
    const number = addressee?.newPhone ?? addressee?.phone
    const to = number && readPhone(number)
    if (!addressee || !to || !code) return
    const minutes = Math.ceil((addressee.expiresAt.getTime() - ctx.clock.now().getTime()) / 60_000)
    const words: Record<string, string> = { app: ctx.config.brand.app, code, minutes: String(minutes) }
    const text = texts.messages.code.replace(/\{\{(\w+)\}\}/g, (_, name: string) => words[name] ?? '')
    await ports.sendText({ key: `accounts.code:${challengeId}`, tenantId: ctx.tenant.id, to, text, code })
  },
}
