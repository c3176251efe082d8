import { authorize, covers, NotFound, type TenantContext } from '@sotay/kernel'
import { and, count, eq, type SQL, sql } from 'drizzle-orm'
import { account } from '../accounts'
import { signInEvent } from '../accounts/schema'
import { inRoster, member } from '../members'
import { unit } from '../organisation'
import { type ListNames, listNamesInput, type NameFilter } from './inputs'
import { activeSince, rulesOf } from './rules'
import { smartphone } from './schema'

export interface AdoptionName {
  memberId: string
  name: string
  cardNumber: string
  unitName: string
  probationary: boolean
}

/** What keeps a member out of a number. */
function condition(ctx: TenantContext, filter: NameFilter): SQL | undefined {
  const registered = sql`coalesce(${account.status} in ('active', 'suspended'), false)`
  const seen = sql`exists (select 1 from ${signInEvent} e where e.account_id = ${account.id}
    and e.outcome = 'signed-in' and e.at >= ${activeSince(ctx).toISOString()}::timestamptz)`
  switch (filter) {
    case 'not-registered':
      return sql`not ${registered} and coalesce(${account.status} <> 'awaiting_approval', true)`
    case 'awaiting':
      return eq(account.status, 'awaiting_approval')
    case 'inactive':
      return sql`${registered} and not (${account.status} = 'active' and ${seen})`
    case 'without-smartphone':
      return eq(smartphone.has, false)
    case 'unknown-smartphone':
      return sql`${smartphone.has} is null`
  }
}

/**
 * The members of a unit behind a number, for those who keep its roster; in Vietnamese order, never in one of merit.
 * @throws NotFound outside the actor's scope
 */
export async function listAdoptionNames(ctx: TenantContext, input: ListNames) {
  const place = await namedUnit(ctx, input)
  const { filter, after, size } = listNamesInput.parse(input)
  const within = and(inRoster, sql`${unit.path} <@ ${place.path}::ltree`, condition(ctx, filter))
  const key = sql`(${member.sortName} collate "vi-x-icu", ${member.id})`
  const [name, id] = after?.split('~') ?? []
  const beyond = name && id ? sql`${key} > (${name} collate "vi-x-icu", ${id}::uuid)` : undefined
  const [rows, [all]] = await Promise.all([
    ctx.db
      .select({ ...line, sortName: member.sortName })
      .from(member)
      .innerJoin(unit, eq(unit.id, member.unitId))
      .leftJoin(account, eq(account.memberId, member.id))
      .leftJoin(smartphone, eq(smartphone.memberId, member.id))
      .where(and(within, beyond))
      .orderBy(sql`${member.sortName} collate "vi-x-icu"`, member.id)
      .limit(size + 1),
    ctx.db
      .select({ total: count() })
      .from(member)
      .innerJoin(unit, eq(unit.id, member.unitId))
      .leftJoin(account, eq(account.memberId, member.id))
      .leftJoin(smartphone, eq(smartphone.memberId, member.id))
      .where(within),
  ])
  const names = rows.slice(0, size).map(({ sortName: _, ...named }): AdoptionName => named)
  const last = rows[size - 1]
  const next = rows.length > size && last ? `${last.sortName}~${last.memberId}` : undefined
  return { unit: place, filter, names, total: all?.total ?? 0, next }
}

const line = {
  memberId: member.id,
  name: member.fullName,
  cardNumber: member.cardNumber,
  unitName: unit.name,
  probationary: sql<boolean>`${member.status} = 'probationary'`,
}

async function namedUnit(ctx: TenantContext, { unitId }: { unitId: string }) {
  const scope = authorize(ctx, 'adoption.names')
  rulesOf(ctx)
  const [place] = await ctx.db
    .select({ id: unit.id, name: unit.name, path: unit.path })
    .from(unit)
    .where(eq(unit.id, unitId))
  if (!place || !covers(scope, place.path)) throw new NotFound()
  return place
}
