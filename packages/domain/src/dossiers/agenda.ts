import { type AgendaItem, may, type TenantContext } from '@sotay/kernel'
import { and, count, eq } from 'drizzle-orm'
import { waitingForActor } from './decidable'
import { countWaiting } from './list-file-requests'
import { fileRequest } from './schema'

/** Requests that wait for the officer, and one's own that came back. */
export async function readAgenda(ctx: TenantContext): Promise<AgendaItem[]> {
  const [waiting, returned] = await Promise.all([
    may(ctx, 'dossiers.decide') ? countWaiting(ctx, waitingForActor(ctx)) : 0,
    countReturned(ctx),
  ])
  return [
    { href: '/dang-vien/ho-so/de-nghi', label: 'dossiers:agenda.requests', count: waiting },
    { href: '/toi/ho-so', label: 'dossiers:agenda.returned', count: returned },
  ]
}

async function countReturned({ db, actor }: TenantContext): Promise<number> {
  if (actor.kind !== 'member') return 0
  const [total] = await db
    .select({ rows: count() })
    .from(fileRequest)
    .where(and(eq(fileRequest.memberId, actor.memberId), eq(fileRequest.status, 'returned')))
  return total?.rows ?? 0
}
