import { type TenantContext, todayOf } from '@sotay/kernel'
import { and, asc, eq, ne } from 'drizzle-orm'
import { roleGrant } from '../accounts'
import { inRoster, member } from '../members'
import { demoFile, demoWish } from './demo-files'
import { makeDossier, makeFileRequest } from './factory'

const FILES = 12
const REQUESTS = 3

/** Fills some files of the cell whose secretary can be signed in as, and leaves that secretary requests to decide. */
export async function demoDossiers(ctx: TenantContext): Promise<void> {
  const [office] = await ctx.db
    .select({ unitId: roleGrant.unitId, secretaryId: roleGrant.memberId })
    .from(roleGrant)
    .where(eq(roleGrant.role, 'cell_secretary'))
    .orderBy(asc(roleGrant.id))
    .limit(1)
  if (!office) return
  const people = await ctx.db
    .select({ id: member.id, birthDate: member.birthDate, admittedOn: member.admittedOn })
    .from(member)
    .where(and(eq(member.unitId, office.unitId), ne(member.id, office.secretaryId), inRoster))
    .orderBy(asc(member.id))
    .limit(FILES)
  const today = todayOf(ctx)
  for (const [index, person] of people.entries()) {
    await makeDossier(ctx, person.id, demoFile(index, person, today))
    if (index < REQUESTS) await makeFileRequest(ctx, person.id, demoWish(index))
  }
}
