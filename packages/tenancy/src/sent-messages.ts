import type { PlatformDb } from '@sotay/db'
import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { sentMessage, tenant } from './schema'

type SentMessage = typeof sentMessage.$inferInsert

/** Keeps a message under its key. @returns false when one was kept under it before: that one stands */
export async function recordSentMessage(platform: PlatformDb, message: SentMessage): Promise<boolean> {
  const added = await platform
    .insert(sentMessage)
    .values(message)
    .onConflictDoNothing()
    .returning({ key: sentMessage.key })
  return added.length > 0
}

export interface DemoMessage {
  /** The province's slug. */
  tenant: string
  channel: string
  to: string
  text: string
  code?: string
  at: Date
}

/** What a demonstration sent to one number, or to all, newest first. */
export async function readDemoOutbox(
  platform: PlatformDb,
  { to, limit }: { to?: string; limit: number },
): Promise<DemoMessage[]> {
  const rows = await platform
    .select({ message: sentMessage, slug: tenant.slug })
    .from(sentMessage)
    .innerJoin(tenant, eq(tenant.id, sentMessage.tenantId))
    .where(and(isNotNull(sentMessage.text), to === undefined ? undefined : eq(sentMessage.recipient, to)))
    .orderBy(desc(sentMessage.at), desc(sentMessage.key))
    .limit(limit)
  return rows.map(({ message: { channel, recipient, text, code, at }, slug }) => ({
    tenant: slug,
    channel,
    to: recipient ?? '',
    text: text ?? '',
    ...(code ? { code } : {}),
    at,
  }))
}
