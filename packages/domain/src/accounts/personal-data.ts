import type { PersonalData, TenantContext } from '@sotay/kernel'
import { asc, desc, eq, or } from 'drizzle-orm'
import { unit } from '../organisation'
import texts from './locales/vi.json'
import { account, delegation, oneTimeCode, roleGrant, session, signInEvent } from './schema'

const words = texts.personal

/** The member's account, roles, devices and sign-ins. Hashes and secrets are nobody's to read. */
export const accountsOfMember: PersonalData = async (ctx, memberId) => [
  { tables: ['account'], title: words.account, rows: await accountRows(ctx, memberId) },
  { tables: ['role_grant'], title: words.roles, rows: await roleRows(ctx, memberId) },
  { tables: ['delegation'], title: words.delegations, rows: await delegationRows(ctx, memberId) },
  { tables: ['one_time_code'], title: words.codes, rows: await codeRows(ctx, memberId) },
  { tables: ['session'], title: words.sessions, rows: await sessionRows(ctx, memberId) },
  { tables: ['sign_in_event'], title: words.signIns, rows: await signInRows(ctx, memberId) },
]

const f = words.fields
type Status = keyof typeof texts.states

async function accountRows(ctx: TenantContext, memberId: string) {
  const rows = await ctx.db.select().from(account).where(eq(account.memberId, memberId))
  return rows.map((row) => ({
    [f.state]: texts.states[row.status as Status],
    [f.registeredAt]: row.registeredAt,
    [f.decidedAt]: row.decidedAt,
    [f.reason]: row.decisionReason,
    [f.secondFactor]: row.totpSecret !== null,
    [f.restrictedUntil]: row.restrictedUntil,
    [f.restrictionReason]: row.restrictionReason,
  }))
}

async function roleRows(ctx: TenantContext, memberId: string) {
  const rows = await ctx.db
    .select({ role: roleGrant.role, unitName: unit.name, from: roleGrant.validFrom, until: roleGrant.validUntil })
    .from(roleGrant)
    .innerJoin(unit, eq(unit.id, roleGrant.unitId))
    .where(eq(roleGrant.memberId, memberId))
    .orderBy(asc(roleGrant.validFrom))
  const named = new Map<string, string>(ctx.config.roles.map(({ key, name }) => [key, name]))
  return rows.map((row) => ({
    [f.role]: named.get(row.role) ?? row.role,
    [f.unit]: row.unitName,
    [f.from]: row.from,
    [f.until]: row.until,
  }))
}

async function delegationRows(ctx: TenantContext, memberId: string) {
  const rows = await ctx.db
    .select({
      fromMemberId: delegation.fromMemberId,
      unitName: unit.name,
      from: delegation.validFrom,
      until: delegation.validUntil,
    })
    .from(delegation)
    .innerJoin(unit, eq(unit.id, delegation.unitId))
    .where(or(eq(delegation.fromMemberId, memberId), eq(delegation.toMemberId, memberId)))
    .orderBy(asc(delegation.validFrom))
  return rows.map((row) => ({
    [f.direction]: row.fromMemberId === memberId ? words.given : words.received,
    [f.unit]: row.unitName,
    [f.from]: row.from,
    [f.until]: row.until,
  }))
}

async function codeRows(ctx: TenantContext, memberId: string) {
  const rows = await ctx.db
    .select({ purpose: oneTimeCode.purpose, at: oneTimeCode.createdAt, phone: oneTimeCode.phone })
    .from(oneTimeCode)
    .where(eq(oneTimeCode.memberId, memberId))
    .orderBy(desc(oneTimeCode.createdAt))
  return rows.map((row) => ({ [f.at]: row.at, [f.purpose]: words.purposes[row.purpose], [f.phone]: row.phone }))
}

async function sessionRows(ctx: TenantContext, memberId: string) {
  const rows = await ctx.db
    .select({ device: session.device, at: session.createdAt })
    .from(session)
    .innerJoin(account, eq(account.id, session.accountId))
    .where(eq(account.memberId, memberId))
    .orderBy(desc(session.createdAt))
  return rows.map((row) => ({ [f.at]: row.at, [f.device]: row.device }))
}

async function signInRows(ctx: TenantContext, memberId: string) {
  const rows = await ctx.db
    .select({ at: signInEvent.at, outcome: signInEvent.outcome, device: signInEvent.device })
    .from(signInEvent)
    .innerJoin(account, eq(account.id, signInEvent.accountId))
    .where(eq(account.memberId, memberId))
    .orderBy(desc(signInEvent.at))
  return rows.map((row) => ({
    [f.at]: row.at,
    [f.outcome]: texts.own.outcomes[row.outcome],
    [f.device]: row.device,
  }))
}
