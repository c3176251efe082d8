import { authorize, covers, may, type TenantContext } from '@sotay/kernel'
import { and, eq } from 'drizzle-orm'
import { account } from '../accounts'
import { isSelf, type Person } from './find-person'
import { maySeeSensitive } from './sensitive-access'

/** What an officer may do with one file. Nobody keeps, verifies or decides on their own. */
export interface OfficerRights {
  seeSensitive: boolean
  /** Revise the fields that the cell keeps. */
  keep: boolean
  /** Revise the member's fields too: the member has no account to do it with. */
  keepForMember: boolean
  verify: boolean
}

const mayOver = (ctx: TenantContext, permission: string, person: Pick<Person, 'id' | 'unitPath'>): boolean =>
  may(ctx, permission) && covers(authorize(ctx, permission), person.unitPath) && !isSelf(ctx, person.id)

export async function officerRights(ctx: TenantContext, person: Person): Promise<OfficerRights> {
  const keep = person.leftOn === null && mayOver(ctx, 'dossiers.keep', person)
  return {
    seeSensitive: maySeeSensitive(ctx, person),
    keep,
    keepForMember: keep && !(await hasAccount(ctx, person.id)),
    verify: person.leftOn === null && mayOver(ctx, 'dossiers.decide', person),
  }
}

/** Whether the member can ask for changes: whoever cannot has the cell write in their stead. */
async function hasAccount({ db }: Pick<TenantContext, 'db'>, memberId: string): Promise<boolean> {
  const [found] = await db
    .select({ id: account.id })
    .from(account)
    .where(and(eq(account.memberId, memberId), eq(account.status, 'active')))
  return found !== undefined
}
