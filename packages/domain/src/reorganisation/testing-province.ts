import type { TenantContext } from '@sotay/kernel'
import { createTestTenant, type TestTenant, testConfiguration } from '@sotay/testing'
import { sql } from 'drizzle-orm'
import type { Unit } from '../organisation'

/** The day on which a test's clock stands. */
export const TODAY = '2024-01-11'

export interface Province extends TestTenant {
  districts: Unit[]
  /** Two under each district, in order. */
  communes: Unit[]
  /** Two under each commune, in order; two members in each. */
  cells: Unit[]
}

/** A province of four tiers, the second of which takes no new units from 2025-07-01 on. */
export async function fourTiers(): Promise<Province> {
  const { organisation, roles } = testConfiguration('bon-cap')
  const [top, ...rest] = organisation.levels
  const district = { key: 'district', name: 'Huyện', committee: ['Huyện ủy'] as [string], until: '2025-06-30' }
  const wider = roles.map((role) => (role.at.includes('province') ? { ...role, at: [...role.at, 'district'] } : role))
  const tenant = await createTestTenant({
    organisation: { ...organisation, levels: [top!, district, ...rest] as typeof organisation.levels },
    roles: wider as typeof roles,
  })
  const { make, units } = tenant
  const planted = { districts: [] as Unit[], communes: [] as Unit[], cells: [] as Unit[] }
  for (const d of [1, 2]) {
    const above = await make.unit({ parentId: units.root.id, level: 'district', name: `Đảng bộ huyện ${d}` })
    planted.districts.push(above)
    for (const c of [1, 2]) {
      const commune = await make.unit({ parentId: above.id, level: 'grassroots', name: `Đảng bộ xã ${d}.${c}` })
      planted.communes.push(commune)
      for (const n of [1, 2]) {
        const name = `Chi bộ ${d}.${c}.${n}`
        const cell = await make.unit({ parentId: commune.id, level: 'cell', kind: 'cell', name })
        planted.cells.push(cell)
        for (const _ of [1, 2]) await make.member({ unitId: cell.id, memberSince: '2022-03-01' })
      }
    }
  }
  return { ...tenant, ...planted }
}

/** Every unit and every membership as of a day, row by row. */
export async function listing(ctx: TenantContext, day: string): Promise<string[]> {
  const rows = await ctx.db.execute<{ line: string }>(sql`
    select concat_ws(' | ', unit_id, parent_id, path, kind, level, name) as line from unit_version
    where valid_from <= ${day}::date and (valid_until is null or valid_until >= ${day}::date)
    union all
    select concat_ws(' | ', member_id, unit_id, kind) from membership
    where valid_from <= ${day}::date and (valid_until is null or valid_until >= ${day}::date)
    order by line`)
  return [...rows].map(({ line }) => line)
}

/** Every version as it is stored. */
export async function versions(ctx: TenantContext): Promise<string[]> {
  const rows = await ctx.db.execute<{ line: string }>(sql`
    select concat_ws(' | ', unit_id, parent_id, path, name, valid_from, valid_until, coalesce(closed_by::text, '-')) as line
    from unit_version order by line`)
  return [...rows].map(({ line }) => line)
}

/** Names of the units under one on a day, in order. */
export async function under(ctx: TenantContext, unitId: string, day: string): Promise<string[]> {
  const rows = await ctx.db.execute<{ name: string }>(sql`
    select below.name from unit_version top join unit_version below on below.path <@ top.path and below.unit_id <> top.unit_id
    where top.unit_id = ${unitId} and top.valid_from <= ${day}::date and (top.valid_until is null or top.valid_until >= ${day}::date)
      and below.valid_from <= ${day}::date and (below.valid_until is null or below.valid_until >= ${day}::date)
    order by below.name`)
  return [...rows].map(({ name }) => name)
}

/**
 * What must hold of any province on any day; each line is something wrong.
 * @param settled until this day members have moved with their cells; later ones move on their day
 */
export async function wrongs(ctx: TenantContext, days: readonly string[], settled = TODAY): Promise<string[]> {
  const rows = await ctx.db.execute<{ line: string }>(sql`
    with day as (select d::date as d from json_array_elements_text(${JSON.stringify(days)}::text::json) as given (d)),
    tree as (
      select day.d, v.* from day join unit_version v on v.valid_from <= d and (v.valid_until is null or v.valid_until >= d)
    ), stay as (
      select day.d, m.* from day join membership m on m.valid_from <= d and (m.valid_until is null or m.valid_until >= d)
    )
    select concat('loose: ', tree.name, ' on ', d) as line from tree
    where parent_id is not null and not exists (
      select 1 from tree up where up.d = tree.d and up.unit_id = tree.parent_id and up.path = subpath(tree.path, 0, -1))
    union all
    select concat('two states: ', unit_id, ' on ', d) from tree group by unit_id, d having count(*) > 1
    union all
    select concat('not one cell: ', person.full_name, ' on ', day.d, ': ', count(stay.id)) from day
    join member person on true left join stay on stay.d = day.d and stay.member_id = person.id and stay.kind = 'primary'
    where day.d >= (select min(valid_from) from membership first where first.member_id = person.id)
    group by person.id, person.full_name, day.d having count(stay.id) <> 1
    union all
    select concat('in a unit that is not there: ', stay.member_id, ' on ', stay.d) from stay
    where stay.kind = 'primary' and stay.d <= ${settled}::date
      and not exists (select 1 from tree where tree.d = stay.d and tree.unit_id = stay.unit_id and tree.kind = 'cell')`)
  return [...rows].map(({ line }) => line)
}
