import { containing } from '@sotay/db'
import { authorize, covers, inScope, isId, NotFound, type TenantContext, todayOf } from '@sotay/kernel'
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { asOf, unit } from '../organisation'
import { type CensusCells, censusCellsInput } from './inputs'
import { rulesOf } from './rules'
import { smartphone, smartphoneCensus } from './schema'

export interface CensusLine {
  memberId: string
  name: string
  cardNumber: string
  has: boolean | null
}

export interface Census {
  unit: { id: string; name: string }
  members: CensusLine[]
  known: number
  /** The last saving that can be undone. */
  last: { id: string; changed: number; madeAt: Date } | null
}

/**
 * What is known of the telephones of a cell's members.
 * @throws NotFound outside the actor's scope
 */
export async function readCensus(ctx: TenantContext, { unitId }: { unitId: string }): Promise<Census> {
  const scope = authorize(ctx, 'adoption.census')
  rulesOf(ctx)
  if (!isId(unitId)) throw new NotFound()
  const [place] = await ctx.db.select().from(unit).where(eq(unit.id, unitId))
  if (!place || !covers(scope, place.path)) throw new NotFound()
  const [members, [last]] = await Promise.all([
    ctx.db
      .select({ memberId: member.id, name: member.fullName, cardNumber: member.cardNumber, has: smartphone.has })
      .from(member)
      .leftJoin(smartphone, eq(smartphone.memberId, member.id))
      .where(and(eq(member.unitId, unitId), inRoster))
      .orderBy(sql`${member.sortName} collate "vi-x-icu"`, asc(member.id)),
    ctx.db
      .select()
      .from(smartphoneCensus)
      .where(and(eq(smartphoneCensus.unitId, unitId), isNull(smartphoneCensus.undoneAt)))
      .orderBy(desc(smartphoneCensus.madeAt), desc(smartphoneCensus.id))
      .limit(1),
  ])
  return {
    unit: { id: place.id, name: place.name },
    members,
    known: members.filter(({ has }) => has !== null).length,
    last: last ? { id: last.id, changed: last.changes.length, madeAt: last.madeAt } : null,
  }
}

export interface CensusCell {
  unitId: string
  name: string
  above: string
  members: number
  known: number
}

/**
 * How far the census has come, cell by cell, a page at a time.
 * @throws NotFound for whom it is not
 */
export async function listCensusCells(ctx: TenantContext, input: CensusCells = {}) {
  const scope = authorize(ctx, 'adoption.census')
  rulesOf(ctx)
  const { search, after, size } = censusCellsInput.parse(input)
  const words = search ? sql`fold(${unit.name}) like fold(${containing(search.normalize('NFC'))})` : undefined
  const beyond = after && /^[a-z0-9_.]+$/i.test(after) ? sql`${unit.path} > ${after}::ltree` : undefined
  const cells = await ctx.db
    .select({
      unitId: unit.id,
      name: unit.name,
      path: unit.path,
      above: sql<string>`coalesce((select up.name from ${unit} up where up.id = "unit"."parent_id"), '')`,
      members: sql<number>`(select count(*)::int from ${member} m where m.unit_id = "unit"."id" and m.left_on is null)`,
      known: sql<number>`(select count(*)::int from ${member} m join ${smartphone} p on p.member_id = m.id
        where m.unit_id = "unit"."id" and m.left_on is null)`,
    })
    .from(unit)
    .where(and(eq(unit.kind, 'cell'), asOf(unit, todayOf(ctx)), inScope(unit.path, scope), words, beyond))
    .orderBy(asc(unit.path))
    .limit(size + 1)
  const shown = cells.slice(0, size)
  const last = shown.at(-1)
  return {
    cells: shown.map(({ path: _, ...cell }): CensusCell => cell),
    next: cells.length > size && last ? last.path : undefined,
  }
}
