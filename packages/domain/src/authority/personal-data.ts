import type { PersonalData, TenantContext } from '@sotay/kernel'
import { asc, eq } from 'drizzle-orm'
import { unit } from '../organisation'
import { custody, grantProposal, seat, userGroup, userGroupMember } from './schema'

/** The seats, groups and proposals of roles that name a member. */
export const authorityOfMember: PersonalData = async (ctx, memberId) => [
  { tables: ['custody'], title: 'Tài khoản quản trị được giao', rows: await seats(ctx, memberId) },
  { tables: ['user_group_member'], title: 'Nhóm người dùng', rows: await groups(ctx, memberId) },
  { tables: ['grant_proposal'], title: 'Đề nghị phân vai trò', rows: await proposals(ctx, memberId) },
]

async function seats(ctx: TenantContext, memberId: string) {
  const rows = await ctx.db
    .select({ name: seat.name, unitName: unit.name, from: custody.validFrom, until: custody.validUntil })
    .from(custody)
    .innerJoin(seat, eq(seat.id, custody.seatId))
    .innerJoin(unit, eq(unit.id, seat.unitId))
    .where(eq(custody.memberId, memberId))
    .orderBy(asc(custody.validFrom))
  return rows.map((row) => ({
    'Tài khoản': row.name,
    'Đơn vị': row.unitName,
    'Từ ngày': row.from,
    'Đến ngày': row.until,
  }))
}

async function groups(ctx: TenantContext, memberId: string) {
  const rows = await ctx.db
    .select({
      name: userGroup.name,
      unitName: unit.name,
      from: userGroupMember.validFrom,
      until: userGroupMember.validUntil,
    })
    .from(userGroupMember)
    .innerJoin(userGroup, eq(userGroup.id, userGroupMember.groupId))
    .innerJoin(unit, eq(unit.id, userGroup.unitId))
    .where(eq(userGroupMember.memberId, memberId))
    .orderBy(asc(userGroupMember.validFrom))
  return rows.map((row) => ({ Nhóm: row.name, 'Đơn vị': row.unitName, 'Từ ngày': row.from, 'Đến ngày': row.until }))
}

const statuses = { awaiting: 'Chờ xác nhận', confirmed: 'Đã xác nhận', refused: 'Không chấp nhận', withdrawn: 'Đã rút' }

async function proposals(ctx: TenantContext, memberId: string) {
  const rows = await ctx.db
    .select({
      role: grantProposal.role,
      unitName: unit.name,
      status: grantProposal.status,
      at: grantProposal.proposedAt,
    })
    .from(grantProposal)
    .innerJoin(unit, eq(unit.id, grantProposal.unitId))
    .where(eq(grantProposal.memberId, memberId))
    .orderBy(asc(grantProposal.proposedAt))
  const named = new Map<string, string>(ctx.config.roles.map(({ key, name }) => [key, name]))
  return rows.map((row) => ({
    'Vai trò': named.get(row.role) ?? row.role,
    'Đơn vị': row.unitName,
    'Trạng thái': statuses[row.status],
    'Đề nghị lúc': row.at,
  }))
}
