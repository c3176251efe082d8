import { openTable, writeWorkbook } from '@sotay/sheets'
import { beforeAll, expect, test } from 'vitest'
import { planChange, readHomesList, writeHomesList } from '.'
import { makeAnyChange } from './factory'
import { fourTiers, type Province, TODAY, under, wrongs } from './testing-province'

const DAY = '2024-07-01'
const TIER = { level: 'district', day: DAY }
let province: Province
beforeAll(async () => {
  province = await fourTiers()
})

type Line = [ending: string, unit: string, members: string, home: string]

async function taken(): Promise<Line[]> {
  const { content } = await writeHomesList(province.ctx, TIER)
  const lines: Line[] = []
  for await (const { cells } of openTable(bytes(content), 'a.xlsx')) lines.push(cells as Line)
  return lines
}
async function* bytes(content: Buffer) {
  yield content
}

/** The list with some homes written over, as an officer sends it back. */
async function sent(homes: Record<string, string>): Promise<File> {
  const [, header, ...lines] = await taken()
  const columns = header!.map((heading, at) => ({
    header: heading,
    value: (line: Line) => (at === 3 && line[1] in homes ? homes[line[1]]! : line[at]!),
  }))
  return new File([new Uint8Array(await writeWorkbook({ sheet: 'a', columns }, lines))], 'a.xlsx')
}
const homesOf = async (homes: Record<string, string>) =>
  readHomesList(province.ctx, { ...TIER, file: await sent(homes) })

test('the list names what hangs on the tier, with the level above as its home; sent back as it is, it changes nothing', async () => {
  const root = province.units.root.name
  expect((await taken()).slice(2)).toEqual([
    ['Đảng bộ huyện 1', 'Đảng bộ xã 1.1', '4', root],
    ['Đảng bộ huyện 1', 'Đảng bộ xã 1.2', '4', root],
    ['Đảng bộ huyện 2', 'Đảng bộ xã 2.1', '4', root],
    ['Đảng bộ huyện 2', 'Đảng bộ xã 2.2', '4', root],
  ])
  expect(await homesOf({})).toEqual({})
  expect(await homesOf({ 'Đảng bộ xã 1.1': '' })).toEqual({})
})

test('names are read whatever their case and spaces; of two of one name the one under the unit in brackets', async () => {
  const { ctx, make, units, districts, communes, clock } = province
  const twin = await make.unit({ parentId: units.root.id, level: 'grassroots', name: communes[2]!.name })
  const homes = { [districts[0]!.name]: 'x', 'Đảng bộ xã 1.1': ` đảng bộ XÃ  2.1 (${units.root.name})` }
  expect(await homesOf(homes)).toEqual({ [communes[0]!.id]: twin.id })
  await expect(homesOf({ 'Đảng bộ xã 1.1': 'Đảng bộ xã 2.1', 'Đảng bộ xã 1.2': 'Không có' })).rejects.toMatchObject({
    code: 'reorganisation.homes-unknown',
    params: { count: 2, lines: '2 (Đảng bộ xã 2.1); 3 (Không có)' },
  })
  await makeAnyChange(ctx, { kind: 'dissolve', unitId: twin.id, effectiveOn: '2024-02-01' })
  expect(clock.now()).toEqual(new Date('2024-01-11T03:00:00Z'))
})

test('another file is refused by its field', async () => {
  const file = new File(['a,b\n1,2\n'], 'a.csv')
  await expect(readHomesList(province.ctx, { ...TIER, file })).rejects.toMatchObject({
    fields: { homesFile: ['reorganisation.homes-file-other'] },
  })
})

test('a tier ends, one unit going to a new home that itself hung on the tier; each day stays whole', async () => {
  const { ctx, districts, communes, make, units } = await fourTiers()
  const [one] = districts
  const lone = await make.unit({ parentId: one!.id, level: 'cell', kind: 'cell', name: 'Chi bộ cơ quan huyện' })
  const tier = {
    kind: 'abolish-level' as const,
    level: 'district',
    unitIds: districts.map(({ id }) => id),
    effectiveOn: DAY,
    homes: { [lone.id]: communes[3]!.id },
  }
  const plan = await planChange(ctx, tier)
  expect(plan.counts).toMatchObject({ unitsEnded: 2, unitsMoved: 1, unitsRehomed: 4 })
  expect(plan.ownWays).toEqual([{ name: 'Chi bộ cơ quan huyện', home: 'Đảng bộ xã 2.2' }])
  await makeAnyChange(ctx, tier)
  expect(await under(ctx, communes[3]!.id, DAY)).toEqual(['Chi bộ 2.2.1', 'Chi bộ 2.2.2', 'Chi bộ cơ quan huyện'])
  expect(await under(ctx, one!.id, '2024-06-30')).toContain('Chi bộ cơ quan huyện')
  const standing = await under(ctx, units.root.id, TODAY)
  expect(await under(ctx, units.root.id, DAY)).toEqual(standing.filter((name) => !name.startsWith('Đảng bộ huyện')))
  expect(await wrongs(ctx, [TODAY, '2024-06-30', DAY])).toEqual([])
})

test('a home that ends, or that goes its own way itself, is refused', async () => {
  const { ctx, districts, communes } = await fourTiers()
  const [one, two] = communes
  const tier = { kind: 'abolish-level' as const, level: 'district', unitIds: districts.map(({ id }) => id) }
  const planned = (homes: Record<string, string>) => planChange(ctx, { ...tier, effectiveOn: DAY, homes })
  await expect(planned({ [one!.id]: districts[1]!.id })).rejects.toMatchObject({ code: 'reorganisation.home-ends' })
  const round = { [one!.id]: two!.id, [two!.id]: one!.id }
  await expect(planned(round)).rejects.toMatchObject({ code: 'reorganisation.below-itself' })
})
