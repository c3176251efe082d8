import { NotFound } from '@sotay/kernel'
import { sentMessage } from '@sotay/tenancy/schema'
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { OperationsContext } from '../context'

/** A text message as the demonstration's outbox shows it. */
export interface DemoMessage {
  /** The province's slug. */
  tenant: string
  channel: string
  to: string
  text: string
  code?: string
  at: Date
}

const LIMIT = 100

/**
 * Messages sent in a demonstration, newest first. Elsewhere there is no text to be read, and no list.
 * @param to a telephone number, with or without country code and separators; everybody's when absent
 * @throws NotFound outside a demonstration
 */
export async function listDemoMessages(ctx: OperationsContext, to?: string): Promise<DemoMessage[]> {
  if (!ctx.settings.demo) throw new NotFound()
  const rows = await ctx.platform
    .select()
    .from(sentMessage)
    .where(and(isNotNull(sentMessage.text), to === undefined ? undefined : eq(sentMessage.recipient, national(to))))
    .orderBy(desc(sentMessage.at))
    .limit(LIMIT)
  return rows.map(({ tenantId, channel, recipient, text, code, at }) => ({
    tenant: ctx.directory.byId(tenantId)?.slug ?? '',
    channel,
    to: recipient ?? '',
    text: text ?? '',
    ...(code ? { code } : {}),
    at,
  }))
}

// Numbers leave in the national form; an address decodes its + as a space.
const national = (typed: string): string => typed.replace(/[\s.()-]/g, '').replace(/^(\+84|0084|84(?=\d{9}$))0?/, '0')
