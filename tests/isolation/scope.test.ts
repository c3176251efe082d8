import { modules } from '@sotay/domain'
import { readAdoption } from '@sotay/domain/adoption'
import { exportTree, printUnit, readTree, readUnit, searchUnits, unitHistory } from '@sotay/domain/organisation'
import type { TenantContext } from '@sotay/kernel'
import { type RoleKey, roleKeys } from '@sotay/tenant-config'
import { beforeAll, describe, expect, test } from 'vitest'
import { matrix, type Relation, takesIn } from './scope/matrix'
import { outcomeOf, type Probe } from './scope/probe'
import { probes } from './scope/probes'
import { shownIn } from './scope/probes/organisation'
import { type Holder, type Place, raggedProvince, type World } from './scope/province'

const KEYS = [
  'organisation',
  'reorganisation',
  'members',
  'dossiers',
  'imports',
  'transfers',
  'cards',
  'accounts',
  'authority',
  'adoption',
]
const permissions = modules
  .filter(({ key }) => KEYS.includes(key))
  .flatMap(({ key, permissions }) => Object.keys(permissions).map((name) => `${key}.${name}`))

let world: World
beforeAll(async () => {
  world = await raggedProvince()
}, 120_000)

test('the table says of every permission and every role how far it goes, and every permission has its verbs', () => {
  expect([...matrix.keys()].sort()).toEqual([...permissions].sort())
  for (const row of matrix.values()) {
    expect([...row.keys()].sort()).toEqual([...roleKeys].sort())
    for (const reach of row.values()) expect(['●', '◐', '○', '▣', '*', '–']).toContain(reach)
  }
  expect([...new Set(probes.map(({ permission }) => permission))].sort()).toEqual([...permissions].sort())
})

/** What is expected of a verb by the table; what a cell's officer reads of the cell is a member's own too. */
function expected({ permission, own }: Probe, { role, unit, home }: Holder, relation: Relation): string {
  const reach = matrix.get(permission)!.get(role)!
  if (own) return reach === '–' ? 'hidden' : 'may'
  if (permission === 'organisation.read' && relation === 'direct' && unit.id === home.id) return 'may'
  return takesIn(reach, relation) ? 'may' : 'hidden'
}

/** What a holder finds otherwise than wanted, line by line. */
async function differences(holder: Holder, wanted: typeof expected): Promise<string[]> {
  const wrong: string[] = []
  const { places, over, ctx } = holder
  for (const one of probes) {
    const asked: [string, Place, string][] = (Object.entries(places) as [Relation, Place][]).map(
      ([relation, place]) => [relation, place, wanted(one, holder, relation)],
    )
    if (one.ofUnit && over) asked.push(['the committee over it', { ...places.direct!, cell: over }, 'hidden'])
    for (const [where, place, table] of one.own ? asked.slice(0, 1) : asked) {
      const found = await outcomeOf(ctx, await one.prepare(world, place))
      if (found !== table)
        wrong.push(`${one.permission} ${one.verb}, ${one.own ? 'own' : where}: ${found}, not ${table}`)
    }
  }
  return wrong
}

/** The units at which the configuration lets a role be held. */
const seatsOf = (role: RoleKey) =>
  world.ctx.config.roles.find(({ key }) => key === role)!.at.flatMap((level) => world.seats[level]!)

describe.each(roleKeys)('%s', (role) => {
  test('does at each level what the table says, and finds nothing beside or above', async () => {
    const wrong: Record<string, string[]> = {}
    for (const seat of seatsOf(role)) {
      const found = await differences(await world.holder(role, seat), expected)
      if (found.length > 0) wrong[seat.unit.name] = found
    }
    expect(wrong).toEqual({})
  }, 300_000)

  test('does nothing any more the day after its last day, and nothing yet the day before its first', async () => {
    const [seat] = seatsOf(role)
    for (const days of [{ validFrom: '2023-01-01', validUntil: '2024-01-10' }, { validFrom: '2024-01-12' }]) {
      const { ctx } = await world.holder(role, seat!, days)
      expect(ctx.actor.grants.map((grant) => grant.role)).toEqual(['member'])
    }
    const today = { validFrom: '2024-01-11', validUntil: '2024-01-11' }
    const roles = role === 'member' ? ['member'] : ['member', role]
    expect((await world.holder(role, seat!, today)).ctx.actor.grants.map((grant) => grant.role)).toEqual(roles)
  })
})

/** Where the cell that changed its committee on 1/1/2024 is found, by the committee that asks and the day it asks about. */
const whose: Record<string, { before: string; since: string }> = {
  'Đảng bộ xã A1': { before: 'hidden', since: 'may' },
  'Đảng bộ huyện A': { before: 'hidden', since: 'may' },
  'Đảng bộ xã B1': { before: 'may', since: 'hidden' },
  'Đảng bộ huyện B': { before: 'may', since: 'hidden' },
}
const dated: Record<string, (ctx: TenantContext, at: { unitId: string; day: string }) => Promise<unknown>> = {
  readUnit,
  unitHistory,
  printUnit,
  exportTree,
  readAdoption,
  searchUnits: async (ctx, { unitId, day }) =>
    (await searchUnits(ctx, { search: world.moved.cell.name, day })).units.some(({ id }) => id === unitId),
  readTree: async (ctx, { unitId, day }) => {
    const { districtA, districtB, communeA, communeB } = world.units
    const open = [districtA, districtB, communeA, communeB].map(({ id }) => id)
    return shownIn((await readTree(ctx, { open, day })).tops, unitId)
  },
}

describe.each(Object.keys(dated))('%s of another day', (verb) => {
  test('shows a committee what lay below it on that day', async () => {
    const { districtA, districtB, communeA, communeB } = world.units
    const found: typeof whose = {}
    for (const unit of [communeA, districtA, communeB, districtB]) {
      const { ctx } = await world.holder('committee_secretary', {
        unit,
        home: world.seats.province![0]!.home,
        places: {},
      })
      const on = (day: string) => outcomeOf(ctx, (within) => dated[verb]!(within, { unitId: world.moved.cell.id, day }))
      found[unit.name] = { before: await on('2023-06-01'), since: await on('2024-01-11') }
    }
    expect(found).toEqual(whose)
  })
})
