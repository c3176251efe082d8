import { member } from '@sotay/domain/members'
import { levelRank, unit } from '@sotay/domain/organisation'
import { audit, Conflict, type TenantContext, transaction } from '@sotay/kernel'
import { and, asc, count, eq, inArray, ne } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import { recordOperation } from '../record-operation'
import { withLock } from '../with-lock'
import { type FictionalMember, fictionalMember } from './fictional-member'
import { insertMembers, insertUnits, type PlacedUnit, placeUnit } from './insert-rows'
import { cellName } from './plan-tree'
import { type Random, randomFrom } from './random'

export interface LoadOptions {
  /** Members the province shall have in all. */
  members: number
  onProgress?: (members: number, wanted: number) => void
}

export interface LoadedMembers {
  membersAdded: number
  unitsAdded: number
  members: number
}

interface Soil {
  id: string
  path: string
  level: string
  validFrom: string
}

const CELL_SIZE = { min: 18, max: 28 }
const CELLS_UNDER_COMMITTEE = { min: 5, max: 11 }
const BATCH = 2000

/**
 * Grows a demonstration province to a number of members, with committees and cells in proportion. It streams: memory does
 * not grow with the number. Run again with the same number, it adds nothing; after a kill, it goes on.
 * @throws NotFound · Conflict where members belong to no level, or the tree has no cell yet
 */
export async function loadMembers(ctx: OperationsContext, slug: string, options: LoadOptions): Promise<LoadedMembers> {
  return withLock(ctx, `demo:${slug}`, async () => {
    const province = await ctx.directory.context(await findTenant(ctx, slug), { actor: ctx.actor })
    const [present] = await province.db.select({ n: count() }).from(member)
    const result: LoadedMembers = { membersAdded: 0, unitsAdded: 0, members: present?.n ?? 0 }
    const random = randomFrom(`${slug}:${result.members}`)
    const grower = await openGrower(province, random)
    let index = result.members
    while (result.members < options.members) {
      const wanted = Math.min(BATCH, options.members - result.members)
      const batch = grower.grow(wanted, () => ++index)
      const added = await store(province, batch)
      result.membersAdded += added
      result.members += added
      result.unitsAdded += batch.units.length
      options.onProgress?.(result.members, options.members)
    }
    if (result.membersAdded > 0) await recordOperation(ctx, 'demo.loaded', slug, { ...result })
    return result
  })
}

interface Batch {
  units: PlacedUnit[]
  members: FictionalMember[]
}

const store = (province: TenantContext, { units, members }: Batch): Promise<number> =>
  transaction(province, async (tx) => {
    await insertUnits(tx, units)
    const added = await insertMembers(tx, members)
    audit(tx, 'members.added', null, { count: added, units: units.length })
    return added
  })

async function openGrower(ctx: TenantContext, random: Random) {
  const meeting = ctx.config.organisation.levels.find((level) => level.members)?.key
  if (!meeting) throw new Conflict('operations.no-member-level', { slug: ctx.tenant.slug })
  const { id, path, level, validFrom } = unit
  const cells = await ctx.db.select({ parentId: unit.parentId }).from(unit).where(eq(unit.level, meeting)).limit(500)
  const parents = [...new Set(cells.flatMap((cell) => cell.parentId ?? []))]
  if (parents.length === 0) throw new Conflict('operations.no-cells', { slug: ctx.tenant.slug })
  const committees = await ctx.db.select({ parentId: unit.parentId, level }).from(unit).where(inArray(id, parents))
  const above = [...new Set(committees.flatMap((committee) => committee.parentId ?? []))]
  const soil: Soil[] = await ctx.db
    .select({ id, path, level, validFrom })
    .from(unit)
    .where(and(inArray(id, above), ne(unit.level, meeting)))
    .orderBy(asc(path))
  // Cells also hang on higher committees here and there; most hang on the lowest.
  const lowest = committees
    .filter((committee) => committee.parentId)
    .sort((a, b) => levelRank(ctx, b.level) - levelRank(ctx, a.level))
  const committeeLevel = lowest[0]?.level ?? meeting
  let committee: PlacedUnit | undefined
  let cell: PlacedUnit | undefined
  let [cellsLeft, seatsLeft, committeeNumber, cellNumber] = [0, 0, random.between(1000, 8999), 0]
  const today = ctx.clock.now()

  const nextCell = (units: PlacedUnit[]) => {
    if (cellsLeft === 0) {
      const ground = random.pick(soil)
      const name = `Đảng bộ cơ sở số ${++committeeNumber}`
      committee = placeUnit({ ...under(ground), kind: 'committee', level: committeeLevel, name })
      units.push(committee)
      cellsLeft = random.between(CELLS_UNDER_COMMITTEE.min, CELLS_UNDER_COMMITTEE.max)
      cellNumber = 0
    }
    cell = placeUnit({
      ...under(committee!),
      kind: 'cell',
      level: meeting,
      name: cellName(['Chi bộ {n}'], ++cellNumber),
    })
    units.push(cell)
    cellsLeft--
    seatsLeft = random.between(CELL_SIZE.min, CELL_SIZE.max)
  }
  const grow = (size: number, nextIndex: () => number): Batch => {
    const batch: Batch = { units: [], members: [] }
    for (let n = 0; n < size; n++) {
      if (seatsLeft === 0) nextCell(batch.units)
      batch.members.push(fictionalMember(ctx.config, random, { index: nextIndex(), unitId: cell!.id, today }))
      seatsLeft--
    }
    return batch
  }
  return { grow }
}

const under = (parent: Pick<Soil, 'id' | 'path' | 'validFrom'>) => ({
  parentId: parent.id,
  parentPath: parent.path,
  validFrom: parent.validFrom,
})
