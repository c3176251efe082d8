import { Conflict, NotFound } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { and, eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { member, membership } from '../members'
import { makeCheckedImport, makeRosterFile } from './factory'
import {
  listDifferences,
  type ProtocolWords,
  readDifferenceCounts,
  readProtocol,
  resolveDifferences,
  writeProtocolSheet,
} from './index'

let tenant: TestTenant
let batchId: string
let cards: string[]
beforeAll(async () => {
  tenant = await createTestTenant()
  const { make, units } = tenant
  cards = ['99.200001', '99.200002', '99.200003', '99.200004', '99.200005']
  for (const cardNumber of cards.slice(0, 4))
    await make.member({ cardNumber, fullName: 'Võ Văn Thử', memberSince: '2020-01-01' })
  const line = (cardNumber: string, fullName = 'Võ Văn Thử') => ({ fullName, cardNumber, unit: units.cell.name })
  // The first two agree or differ, the third and fourth are not in the file, the fifth is not on the roster.
  const file = await makeRosterFile([line('99200001'), line('99.200002', 'Võ Văn Khác'), line('99.200005'), line('x')])
  batchId = await makeCheckedImport(tenant.ctx, { unitId: units.cell.id, file, purpose: 'reconciliation' })
})

const of = async (kind: 'missing' | 'extra' | 'different') =>
  (await listDifferences(tenant.ctx, { batchId, kind })).items
const byCard = async (cardNumber: string) =>
  (await tenant.ctx.db.select().from(member).where(eq(member.cardNumber, cardNumber)))[0]

test('missing here, extra here, different: each once, with both sides', async () => {
  expect((await of('missing')).map(({ cardNumber }) => cardNumber)).toEqual(['99.200005'])
  expect((await of('extra')).map(({ cardNumber }) => cardNumber).sort()).toEqual(['99.200003', '99.200004'])
  expect((await of('different')).map(({ cardNumber, differences }) => [cardNumber, differences])).toEqual([
    ['99.200002', [{ field: 'fullName', ours: 'Võ Văn Thử', theirs: 'Võ Văn Khác' }]],
  ])
})

test('each is settled alone or with others, once, as fits its kind', async () => {
  const { ctx } = tenant
  const [different] = await of('different')
  const extra = await of('extra')
  const third = extra.find(({ cardNumber }) => cardNumber === '99.200003')!
  await expect(
    resolveDifferences(ctx, { batchId, kind: 'extra', resolution: 'added', itemIds: [third.id] }),
  ).rejects.toThrow(Conflict)
  await expect(
    resolveDifferences(ctx, { batchId, kind: 'extra', resolution: 'removed', itemIds: [third.id] }),
  ).rejects.toThrow()
  const removal = { kind: 'extra', resolution: 'removed', leaving: 'transferred-out', leftOn: '2020-06-30' } as const
  await resolveDifferences(ctx, { batchId, ...removal, itemIds: [third.id], note: 'Đã chuyển về huyện' })
  expect(await byCard('99.200003')).toMatchObject({ leftOn: '2020-06-30', leaving: 'transferred-out' })
  await expect(resolveDifferences(ctx, { batchId, ...removal, itemIds: [third.id] })).rejects.toThrow(Conflict)
  await resolveDifferences(ctx, { batchId, kind: 'extra', resolution: 'kept', all: true })
  expect((await byCard('99.200004'))!.leftOn).toBeNull()
  await resolveDifferences(ctx, { batchId, kind: 'different', resolution: 'taken-from-file', itemIds: [different!.id] })
  expect((await byCard('99.200002'))!.fullName).toBe('Võ Văn Khác')
  await resolveDifferences(ctx, { batchId, kind: 'missing', resolution: 'added', all: true })
  const added = (await byCard('99.200005'))!
  const homes = await ctx.db
    .select()
    .from(membership)
    .where(and(eq(membership.memberId, added.id), eq(membership.kind, 'primary')))
  expect(homes).toHaveLength(1)
  const counts = await readDifferenceCounts(ctx, { batchId })
  expect(counts.filter(({ resolution }) => resolution === null)).toEqual([])
  expect(counts.reduce((sum, { rows }) => sum + rows, 0)).toBe(4)
})

test('what the roster refuses by now stays open', async () => {
  const file = await makeRosterFile([{ fullName: 'Võ Văn Mới', cardNumber: '99.200006', unit: tenant.units.cell.name }])
  const other = await makeCheckedImport(tenant.ctx, { unitId: tenant.units.cell.id, file, purpose: 'reconciliation' })
  await tenant.make.member({ cardNumber: '99200006' })
  const add = () => resolveDifferences(tenant.ctx, { batchId: other, kind: 'missing', resolution: 'added', all: true })
  expect(await add()).toEqual({ settled: 0, refused: 1 })
  expect(await add()).toEqual({ settled: 0, refused: 1 })
})

const words: ProtocolWords = {
  title: 'Biên bản',
  subtitle: ({ unit }) => unit,
  placeAndDate: () => '',
  facts: ({ open, settled }) => [[`${settled}`, `${open}`]],
  kind: (kind) => kind,
  none: 'Không có',
  columns: {
    number: 'TT',
    kind: 'Loại',
    name: 'Họ tên',
    card: 'Số thẻ',
    unit: 'Chi bộ',
    difference: 'Khác',
    resolution: 'Xử lý',
    note: 'Ghi chú',
  },
  difference: ({ differences }) => differences.map(({ ours, theirs }) => `${ours}/${theirs}`).join(),
  resolution: ({ resolution }) => resolution ?? '',
  signatures: ['Người lập'],
  sheet: 'A',
}

test('the protocol lists everybody with what was done', async () => {
  const { blocks } = await readProtocol(tenant.ctx, { batchId }, words)
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))
  expect(tables).toHaveLength(4)
  expect(tables.flat().join(' ')).toContain('Đã chuyển về huyện')
  expect((await writeProtocolSheet(tenant.ctx, { batchId }, words)).subarray(0, 2).toString()).toBe('PK')
})

test('is nobody else’s to see or settle', async () => {
  const other = await tenant.make.unit({ parentId: tenant.units.root.id, level: 'cell', kind: 'cell' })
  const stranger = await tenant.as('cell_secretary', other)
  await expect(listDifferences(stranger, { batchId })).rejects.toThrow(NotFound)
  await expect(
    resolveDifferences(stranger, { batchId, kind: 'missing', resolution: 'kept', all: true }),
  ).rejects.toThrow(NotFound)
  await expect(readProtocol(stranger, { batchId }, words)).rejects.toThrow(NotFound)
})
