import type { TenantContext } from '@sotay/kernel'
import { inArray } from 'drizzle-orm'
import { member } from '../members'

/** Names of those who decided; the vendor's operators are not among them. */
export async function peopleNamed({ db }: TenantContext, ids: readonly string[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id)))]
  if (known.length === 0) return new Map()
  const rows = await db.select({ id: member.id, name: member.fullName }).from(member).where(inArray(member.id, known))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
