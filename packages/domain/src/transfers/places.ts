import { type TenantContext, todayOf } from '@sotay/kernel'
import { eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { member } from '../members'
import { asOf, unit } from '../organisation'
import { rulesOf } from './rules'
import { transfer } from './schema'

export const home = alias(unit, 'home')
export const goal = alias(unit, 'goal')
const issuer = alias(unit, 'issuer')

export interface Committee {
  id: string
  path: string
  name: string
}

/** While a transfer is under way, the cell the member is in today is the old one, whatever became of the one before. */
const homeId = sql`case when ${transfer.status} in ('requested', 'confirmed', 'accepted', 'decided')
  then coalesce(${member.unitId}, ${transfer.fromUnitId}) else ${transfer.fromUnitId} end`

/**
 * The committee competent to decide: by the configuration the nearest in force above both cells, or the province's; always
 * the province's where the member crosses its border.
 * Source: QN 10.2.2
 */
export function competentCommittee(ctx: TenantContext): SQL<Committee | null> {
  const top = rulesOf(ctx).decidedBy === 'province' ? sql`true` : sql`${transfer.kind} in ('out', 'in')`
  const up = alias(unit, 'up')
  return sql`(
    select json_build_object('id', up.id, 'path', up.path::text, 'name', up.name) from ${unit} up
    where up.kind = 'committee' and ${asOf(up, todayOf(ctx))}
      and up.path @> coalesce(${home.path}, ${goal.path}) and up.path @> coalesce(${goal.path}, ${home.path})
    order by case when ${top} then nlevel(up.path) else -nlevel(up.path) end limit 1
  )`
}

/** A transfer with the places on its way, as of today. */
const transferColumns = (ctx: TenantContext) => ({
  ...getTableColumns(transfer),
  memberName: member.fullName,
  cardNumber: member.cardNumber,
  homeId: home.id,
  homeName: home.name,
  homePath: home.path,
  goalName: goal.name,
  goalPath: goal.path,
  goalUntil: goal.validUntil,
  issuerName: issuer.name,
  competent: competentCommittee(ctx),
})

/** `from transfer` with the member and the places; the caller adds the condition. */
export const selectTransfers = (ctx: TenantContext) =>
  ctx.db
    .select(transferColumns(ctx))
    .from(transfer)
    .leftJoin(member, eq(member.id, transfer.memberId))
    .leftJoin(home, eq(home.id, homeId))
    .leftJoin(goal, eq(goal.id, transfer.toUnitId))
    .leftJoin(issuer, eq(issuer.id, transfer.decidedAtUnitId))
    .$dynamic()

export type TransferRow = Awaited<ReturnType<typeof selectTransfers>>[number]
