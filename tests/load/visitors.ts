import { createHash } from 'node:crypto'
import { startSession } from '@sotay/auth'
import { hashPassword, makeAccount } from '@sotay/domain/accounts/factory'
import { member } from '@sotay/domain/members'
import { sql } from 'drizzle-orm'
import type { Instance } from './instance'

/** A member with an open session. */
export interface Visitor {
  /** The province's name on this machine, without a port. */
  host: string
  /** `Cookie` header. */
  cookie: string
  /** The session as the database knows it. */
  sessionHash: string
}

/** Signs in so many members of each province, none of them with an account before. */
export async function openSessions(instance: Instance, slugs: readonly string[], each: number): Promise<Visitor[]> {
  const { directory, actor } = instance.operations
  const password = { hash: await hashPassword('bench') }
  const visitors: Visitor[] = []
  for (const slug of slugs) {
    const ctx = await directory.context(directory.bySlug(slug)!, { actor })
    const people = await ctx.db
      .select({ id: member.id })
      .from(member)
      .where(sql`not exists (select from account where account.member_id = ${member.id})`)
      .orderBy(sql`md5(${member.id}::text)`)
      .limit(each)
    for (const { id } of people) {
      const { accountId } = await makeAccount(ctx, { memberId: id, password })
      const cookie = (await startSession(ctx, accountId, 'bench')).cookie.split(';')[0]!
      const sessionHash = createHash('sha256').update(cookie.split('=')[1]!).digest('hex')
      visitors.push({ host: `${slug}.localhost`, cookie, sessionHash })
    }
  }
  return visitors
}
