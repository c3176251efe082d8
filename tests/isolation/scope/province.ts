import { randomBytes } from 'node:crypto'
import { createSession, loadActor } from '@sotay/domain/accounts'
import { makeAccount } from '@sotay/domain/accounts/factory'
import type { Unit } from '@sotay/domain/organisation'
import { makeAnyChange } from '@sotay/domain/reorganisation/factory'
import type { MemberActor, TenantContext } from '@sotay/kernel'
import type { RoleKey, TenantConfiguration } from '@sotay/tenant-config'
import { createTestTenant, type TestTenant, testConfiguration } from '@sotay/testing'
import type { Relation } from './matrix'

/** A cell to act on, the committee it hangs under, and another cell of that committee. */
export interface Place {
  committee: Unit
  cell: Unit
  next: Unit
}

/** A unit at which roles are held, with what lies where, seen from it. */
interface Seat {
  unit: Unit
  /** Where its holders are members. */
  home: Unit
  places: Partial<Record<Relation, Place>>
  /** The committee that it hangs under itself. */
  over?: Unit
}

export interface Holder {
  role: RoleKey
  unit: Unit
  home: Unit
  places: Seat['places']
  over?: Unit
  ctx: TenantContext & { actor: MemberActor }
}

export interface World extends TestTenant {
  seats: Record<string, Seat[]>
  /** It hung under `from` until the last day of 2023, and hangs under `to` since. */
  moved: { cell: Unit; from: Unit; to: Unit }
  units: TestTenant['units'] & Record<'districtA' | 'districtB' | 'communeA' | 'communeB', Unit>
  holder(role: RoleKey, seat: Seat, days?: { validFrom?: string; validUntil?: string }): Promise<Holder>
  /** What `maker` makes at a place, made once. */
  once<Thing>(maker: Maker<Thing>, place: Place): Promise<Thing>
}

export type Maker<Thing> = (world: World, place: Place) => Promise<Thing>

/** Four tiers, of which cells hang under the last three: two districts, communes and cells in each. */
export async function raggedProvince(): Promise<World> {
  const tenant = await createTestTenant(fourTiers())
  const { make, units } = tenant
  const { root } = units
  const committee = (parent: Unit, level: string, name: string) =>
    make.unit({ parentId: parent.id, level, name: `Đảng bộ ${name}` })
  const cell = (parent: Unit, name: string) =>
    make.unit({ parentId: parent.id, level: 'cell', kind: 'cell', name: `Chi bộ ${name}` })
  const office = (parent: Unit, level: string, kind: 'agency' | 'steering' = 'agency') =>
    make.unit({ parentId: parent.id, level, kind, name: `Cơ quan ${level} ${parent.name}` })

  const districtA = await committee(root, 'district', 'huyện A')
  const districtB = await committee(root, 'district', 'huyện B')
  const communeA = await committee(districtA, 'grassroots', 'xã A1')
  const otherA = await committee(districtA, 'grassroots', 'xã A2')
  const communeB = await committee(districtB, 'grassroots', 'xã B1')
  const cells = async (parent: Unit, name: string) =>
    [await cell(parent, `${name} một`), await cell(parent, `${name} hai`), await cell(parent, `${name} ba`)] as const
  const [a1, a2, a0] = [await cells(communeA, 'A1'), await cells(otherA, 'A2'), await cells(districtA, 'A0')]
  const [b1, p0] = [await cells(communeB, 'B1'), await cells(root, 'P0')]

  const moved = await cell(communeB, 'chuyển đi')
  await make.member({ unitId: moved.id, memberSince: '2022-01-01' })
  await makeAnyChange(tenant.ctx, { kind: 'move', unitId: moved.id, parentId: communeA.id, effectiveOn: '2024-01-01' })

  const at = (committee: Unit, [cell, , next]: readonly Unit[]): Place => ({ committee, cell: cell!, next: next! })
  const ofCell: Seat = {
    unit: a1[0],
    home: a1[0],
    over: communeA,
    places: {
      direct: at(communeA, a1),
      beside: { committee: communeA, cell: a1[1], next: a1[2] },
      above: at(districtA, a0),
    },
  }
  // A cell that hangs under a district, beside the district's communes.
  const ofRagged: Seat = {
    unit: a0[0],
    home: a0[0],
    over: districtA,
    places: { direct: at(districtA, a0), beside: at(communeA, a1), above: at(root, p0) },
  }
  const ofCommune: Seat = {
    unit: communeA,
    home: a1[1],
    over: districtA,
    places: { direct: at(communeA, a1), beside: at(otherA, a2), above: at(districtA, a0) },
  }
  const ofDistrict: Seat = {
    unit: districtA,
    home: a0[1],
    over: root,
    places: { direct: at(districtA, a0), deep: at(communeA, a1), beside: at(communeB, b1), above: at(root, p0) },
  }
  const ofProvince: Seat = { unit: root, home: p0[1], places: { direct: at(root, p0), deep: at(communeA, a1) } }
  const agencies = async (level: string): Promise<Seat[]> => [
    { ...ofProvince, unit: await office(root, level) },
    { ...ofDistrict, unit: await office(districtA, level) },
  ]
  const steering = {
    ...ofProvince,
    unit: await office(root, 'grassroots', 'steering'),
    places: { beside: at(communeA, a1) },
  }
  const seats: World['seats'] = {
    member: [ofCell],
    cell: [ofCell, ofRagged],
    grassroots: [ofCommune],
    district: [ofDistrict],
    province: [ofProvince],
    steering: [steering],
  }
  for (const key of ['organisation', 'propaganda', 'inspection']) seats[`agency:${key}`] = await agencies(key)

  const made = new Map<unknown, Map<string, Promise<unknown>>>()
  const world: World = {
    ...tenant,
    seats,
    moved: { cell: moved, from: communeB, to: communeA },
    units: { ...units, districtA, districtB, communeA, communeB },
    async holder(role, { unit, home, places, over }, days = { validFrom: '2023-01-01' }) {
      const { id: memberId } = await make.member({ unitId: home.id, memberSince: '2022-01-01' })
      const roles = role === 'member' ? [] : [{ role, unitId: unit.id, ...days }]
      const { accountId } = await makeAccount(tenant.ctx, { memberId, password: { hash: 'không so' }, roles })
      const sessionHash = randomBytes(32).toString('hex')
      await createSession(tenant.ctx, { sessionHash, accountId, device: 'thử' })
      const { actor } = (await loadActor(tenant.ctx, sessionHash))!
      return { role, unit, home, places, over, ctx: { ...tenant.ctx, actor } }
    },
    once<Thing>(maker: Maker<Thing>, place: Place) {
      const known = made.get(maker) ?? new Map<string, Promise<unknown>>()
      made.set(maker, known)
      if (!known.has(place.cell.id)) known.set(place.cell.id, maker(world, place))
      return known.get(place.cell.id) as Promise<Thing>
    },
  }
  return world
}

function fourTiers(): Partial<TenantConfiguration> {
  const { organisation, roles, accounts } = testConfiguration('bon-cap')
  const [top, ...rest] = organisation.levels
  const district = { key: 'district', name: 'Huyện', committee: ['Huyện ủy'] as [string] }
  return {
    organisation: { ...organisation, levels: [top!, district, ...rest] as typeof organisation.levels },
    roles: roles.map((role) =>
      role.at.includes('province') ? { ...role, at: [...role.at, 'district'] } : role,
    ) as typeof roles,
    accounts: {
      ...accounts,
      seats: { at: ['province', 'district', 'grassroots', 'agencies'], perUnit: 1 },
    } as typeof accounts,
  }
}
