import type { AgendaItem, TenantContext } from '@sotay/kernel'
import { count, eq } from 'drizzle-orm'
import { configurationDraft } from './schema'

/** A publication that failed on its day waits for those who decided it. */
export async function settingsAgenda({ db }: TenantContext): Promise<AgendaItem[]> {
  const [failed] = await db
    .select({ rows: count() })
    .from(configurationDraft)
    .where(eq(configurationDraft.status, 'failed'))
  return [{ href: '/quan-tri/cau-hinh', label: 'settings:agenda.failed', count: failed?.rows ?? 0 }]
}
