import { authorize, inScope, type TenantContext } from '@sotay/kernel'
import { and, desc, eq, type SQLWrapper, sql } from 'drizzle-orm'
import { unit } from '../organisation'
import { readMemberLine } from './read-member-line'
import { type MembershipKind, member, memberChange, membership } from './schema'

export interface CellPeriod {
  unitId: string
  unitName: string
  /** Units outside the reader's scope are named, not linked. */
  covered: boolean
  kind: MembershipKind
  validFrom: string
  validUntil: string | null
}

export interface LineChange {
  field: string
  before: string | null
  after: string | null
  at: Date
  /** Who changed it, or nothing when it was no person. */
  by: string | null
}

/** The roster's own fields; those of the dossier have a history of their own, with its protection. */
const FIELDS =
  'unitId fullName cardNumber phone gender birthDate admittedOn confirmedOn probationEndsOn status exemptFrom exemptUntil leftOn leaving'.split(
    ' ',
  )
const MOST = 100

/**
 * In which cells a member was, and what was changed in the line, newest first.
 * @throws NotFound when the member is outside the actor's scope
 */
export async function readMemberHistory(ctx: TenantContext, { memberId }: { memberId: string }) {
  const scope = authorize(ctx, 'members.read')
  await readMemberLine(ctx, { memberId })
  const periods: Promise<CellPeriod[]> = ctx.db
    .select({
      unitId: unit.id,
      unitName: unit.name,
      covered: sql<boolean>`${inScope(unit.path, scope)}`,
      kind: membership.kind,
      validFrom: membership.validFrom,
      validUntil: membership.validUntil,
    })
    .from(membership)
    .innerJoin(unit, eq(unit.id, membership.unitId))
    .where(eq(membership.memberId, memberId))
    .orderBy(desc(membership.validFrom), desc(membership.id))
  const changes: Promise<LineChange[]> = ctx.db
    .select({
      field: memberChange.field,
      before: nameOfUnit(memberChange.before),
      after: nameOfUnit(memberChange.after),
      at: memberChange.at,
      by: member.fullName,
    })
    .from(memberChange)
    .leftJoin(member, sql`${member.id}::text = ${memberChange.by}`)
    .where(
      and(
        eq(memberChange.memberId, memberId),
        sql`${memberChange.field} = any(string_to_array(${FIELDS.join(',')}, ','))`,
      ),
    )
    .orderBy(desc(memberChange.at), desc(memberChange.id))
    .limit(MOST)
  const [cells, edits] = await Promise.all([periods, changes])
  return { periods: cells, changes: edits }
}

const nameOfUnit = (value: SQLWrapper) => sql<string | null>`case when ${memberChange.field} = 'unitId'
  then (select place.name from ${unit} place where place.id::text = ${value}) else ${value} end`
