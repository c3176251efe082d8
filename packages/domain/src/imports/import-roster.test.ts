import { Conflict, NotFound, newId } from '@sotay/kernel'
import { openTable } from '@sotay/sheets'
import { inPieces } from '@sotay/sheets/factory'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { and, asc, eq, isNull } from 'drizzle-orm'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { roleGrant } from '../accounts'
import { addMember, member, memberChange, membership } from '../members'
import { makeCheckedImport, makeRosterFile, mapGuessed, type RosterLine, runImportJobs } from './factory'
import { listRows, mapColumns, readBatch, startCommit, startUndo, uploadRoster, writeRejected } from './index'

let tenant: TestTenant
let next = 10_000_000
const card = () => `99.${String(++next).slice(-6)}`
beforeAll(async () => {
  tenant = await createTestTenant()
  await tenant.ctx.db.select().from(member)
})

const ctx = () => tenant.ctx
const check = async (lines: RosterLine[], unitId = tenant.units.root.id) =>
  makeCheckedImport(ctx(), { unitId, file: await makeRosterFile(lines) })
const view = (batchId: string) => readBatch(ctx(), { batchId }, 'import')
const commit = async (batchId: string) => {
  await startCommit(ctx(), { batchId })
  await runImportJobs(ctx())
  return view(batchId)
}
const undo = async (batchId: string) => {
  await startUndo(ctx(), { batchId })
  await runImportJobs(ctx())
  return view(batchId)
}
const byCard = async (cardNumber: string) =>
  (await ctx().db.select().from(member).where(eq(member.cardNumber, cardNumber)))[0]
const periods = (memberId: string) =>
  ctx()
    .db.select({ unitId: membership.unitId, from: membership.validFrom, until: membership.validUntil })
    .from(membership)
    .where(eq(membership.memberId, memberId))
    .orderBy(asc(membership.validFrom))

const cellName = () => tenant.units.cell.name
let line: () => RosterLine
beforeEach(() => {
  line = () => ({ fullName: 'Lê Thị Thử', cardNumber: card(), unit: cellName() })
})

test('ten lines with two bad ones: eight are taken in, two come back as a file with the reasons', async () => {
  const lines: RosterLine[] = Array.from({ length: 10 }, () => ({
    ...line(),
    birthDate: '03/02/1980',
    phone: '912345678',
  }))
  lines[3] = { ...lines[3], birthDate: '31/02/1980' }
  lines[6] = { ...lines[6], unit: 'Chi bộ không có' }
  const batchId = await check(lines)
  expect((await view(batchId)).totals.outcomes).toEqual({ new: 8, rejected: 2 })
  const { lines: rejected } = await listRows(ctx(), { batchId, outcome: 'rejected' })
  expect(rejected.map(({ line, errors }) => [line, errors[0]!.code])).toEqual([
    [5, 'imports.date-unknown'],
    [8, 'imports.unit-unlike'],
  ])
  expect(await byCard(String(lines[0]!.cardNumber))).toBeUndefined()
  expect((await commit(batchId)).status).toBe('committed')
  const added = (await byCard(String(lines[0]!.cardNumber)))!
  expect(added).toMatchObject({ birthDate: '1980-02-03', phone: '0912345678', unitId: tenant.units.cell.id })
  expect(await periods(added.id)).toHaveLength(1)
  const words = { sheet: 'Loại', reason: 'Lý do', sentence: (_: string, { code }: { code: string }) => code }
  const { file } = await writeRejected(ctx(), { batchId }, words)
  const back = []
  for await (const { cells } of openTable(inPieces(file), 'x')) back.push(cells)
  expect(back).toHaveLength(3)
  expect(back[1]).toEqual(expect.arrayContaining([String(lines[3]!.cardNumber), '31/02/1980', 'imports.date-unknown']))
})

test('what the file says otherwise is shown before, written with its history, and taken back as a whole', async () => {
  const other = await tenant.make.unit({
    parentId: tenant.units.grassroots.id,
    level: 'cell',
    kind: 'cell',
    name: 'Chi bộ Đông',
  })
  const standing = await addMember(ctx(), {
    unitId: tenant.units.cell.id,
    fullName: 'Lê Văn Cũ',
    cardNumber: card(),
    phone: '0900000001',
    status: 'full',
    memberSince: '2020-01-01',
  })
  const office = { memberId: standing.id, role: 'cell_secretary' as const, validFrom: '2023-01-01', grantedBy: 'thử' }
  await ctx()
    .db.insert(roleGrant)
    .values([
      { ...office, id: newId(), unitId: tenant.units.cell.id },
      { ...office, id: newId(), unitId: other.id },
    ])
  const batchId = await check([
    { fullName: 'Lê Văn Mới', cardNumber: standing.cardNumber.replace('.', ''), unit: 'chi bo dong', phone: '' },
    { ...line(), gender: 'Nữ' },
  ])
  const { lines } = await listRows(ctx(), { batchId, outcome: 'changed' })
  expect(lines[0]!.changes).toEqual([
    { field: 'fullName', before: 'Lê Văn Cũ', after: 'Lê Văn Mới' },
    { field: 'unit', before: cellName(), after: 'Chi bộ Đông' },
  ])
  expect((await listRows(ctx(), { batchId, field: 'unit' })).lines).toHaveLength(1)
  await commit(batchId)
  expect(await byCard(standing.cardNumber)).toMatchObject({
    fullName: 'Lê Văn Mới',
    unitId: other.id,
    phone: '0900000001',
    revision: standing.revision + 1,
  })
  expect((await periods(standing.id)).map(({ unitId }) => unitId)).toEqual([tenant.units.cell.id, other.id])
  const held = await ctx().db.select().from(roleGrant).where(eq(roleGrant.memberId, standing.id))
  const ended = held.filter(({ validUntil }) => validUntil !== null)
  expect(ended).toMatchObject([{ unitId: tenant.units.cell.id, endedBy: `import:${batchId}` }])
  const history = await ctx().db.select().from(memberChange).where(eq(memberChange.memberId, standing.id))
  expect(history.map(({ field }) => field).sort()).toEqual(['fullName', 'unitId'])
  expect(await undo(batchId)).toMatchObject({ status: 'undone', totals: { left: 0 } })
  expect(await byCard(standing.cardNumber)).toMatchObject({ fullName: 'Lê Văn Cũ', unitId: tenant.units.cell.id })
  expect(await periods(standing.id)).toEqual([{ unitId: tenant.units.cell.id, from: '2020-01-01', until: null }])
})

test('every column a file changes is as before once the import is taken back', async () => {
  const standing = await addMember(ctx(), {
    unitId: tenant.units.cell.id,
    fullName: 'Lê Văn Dự',
    cardNumber: card(),
    phone: '0900000002',
    status: 'probationary',
    admittedOn: '2023-05-19',
    memberSince: '2023-05-19',
  })
  await ctx().db.update(member).set({ probationEndsOn: '2024-09-01' }).where(eq(member.id, standing.id))
  const before = await byCard(standing.cardNumber)
  const batchId = await check([
    {
      ...{ fullName: 'Lê Thị Dự', cardNumber: standing.cardNumber, unit: cellName(), phone: '0900000003' },
      ...{ birthDate: '03/02/1980', gender: 'Nữ', status: 'Dự bị', admittedOn: '20/06/2023' },
    },
  ])
  await commit(batchId)
  expect(await byCard(standing.cardNumber)).toMatchObject({ admittedOn: '2023-06-20', probationEndsOn: '2024-06-20' })
  await undo(batchId)
  expect(await byCard(standing.cardNumber)).toEqual({ ...before, revision: before!.revision + 2 })
})

test('an end of probation that was put off stays where the file says nothing else', async () => {
  const standing = await addMember(ctx(), {
    unitId: tenant.units.cell.id,
    fullName: 'Lê Văn Hoãn',
    cardNumber: card(),
    status: 'probationary',
    admittedOn: '2023-05-19',
    memberSince: '2023-05-19',
  })
  await ctx().db.update(member).set({ probationEndsOn: '2024-09-01' }).where(eq(member.id, standing.id))
  await commit(
    await check([
      {
        ...{ fullName: 'Lê Văn Hoàn', cardNumber: standing.cardNumber, unit: cellName() },
        ...{ status: 'Dự bị', admittedOn: '19/05/2023' },
      },
    ]),
  )
  expect(await byCard(standing.cardNumber)).toMatchObject({ fullName: 'Lê Văn Hoàn', probationEndsOn: '2024-09-01' })
})

test('who the file says is full is due no more, and is again once it is taken back', async () => {
  const standing = await addMember(ctx(), {
    unitId: tenant.units.cell.id,
    fullName: 'Lê Văn Đủ',
    cardNumber: card(),
    status: 'probationary',
    admittedOn: '2022-05-19',
    memberSince: '2022-05-19',
  })
  const before = await byCard(standing.cardNumber)
  const batchId = await check([
    {
      ...{ fullName: standing.fullName, cardNumber: standing.cardNumber, unit: cellName() },
      ...{ status: 'Chính thức', confirmedOn: '19/05/2023' },
    },
  ])
  await commit(batchId)
  expect(await byCard(standing.cardNumber)).toMatchObject({ status: 'full', confirmedOn: '2023-05-19' })
  await undo(batchId)
  expect(await byCard(standing.cardNumber)).toEqual({ ...before, revision: before!.revision + 2 })
})

test('an undoing leaves who was touched since, lists them, and removes the others', async () => {
  const [one, two] = [line(), line()]
  const batchId = await check([one, two])
  await commit(batchId)
  const touched = (await byCard(String(one.cardNumber)))!
  await ctx().db.update(member).set({ revision: 2, fullName: 'Đã sửa' }).where(eq(member.id, touched.id))
  expect((await undo(batchId)).totals.left).toBe(1)
  expect(await byCard(String(one.cardNumber))).toMatchObject({ fullName: 'Đã sửa' })
  expect(await byCard(String(two.cardNumber))).toBeUndefined()
  const { lines } = await listRows(ctx(), { batchId })
  expect(lines.map(({ undone }) => undone)).toEqual(['touched-since', 'undone'])
})

test('cards: twice in a file, of somebody elsewhere, of no form', async () => {
  const elsewhere = await tenant.make.unit({
    parentId: tenant.units.root.id,
    level: 'cell',
    kind: 'cell',
    name: 'Chi bộ xa',
  })
  const far = await tenant.make.member({ unitId: elsewhere.id, cardNumber: card() })
  const first = line()
  const batchId = await check(
    [
      first,
      { ...line(), cardNumber: String(first.cardNumber).replace('.', '') },
      { ...line(), cardNumber: far.cardNumber },
      { ...line(), cardNumber: 'ABC' },
    ],
    tenant.units.grassroots.id,
  )
  const { lines } = await listRows(ctx(), { batchId, outcome: 'rejected' })
  expect(lines.map(({ errors }) => errors[0])).toEqual([
    { field: 'cardNumber', code: 'imports.card-twice', params: { line: 2 } },
    { field: 'cardNumber', code: 'imports.card-elsewhere' },
    { field: 'cardNumber', code: 'imports.card-format' },
  ])
})

test('units: by path, by the unit above, ambiguous, unknown with the nearest name', async () => {
  const [east, west] = await Promise.all(
    ['Đảng ủy xã Đông', 'Đảng ủy xã Tây'].map((name) =>
      tenant.make.unit({ parentId: tenant.units.root.id, level: 'grassroots', name }),
    ),
  )
  for (const parent of [east!, west!])
    await tenant.make.unit({ parentId: parent.id, level: 'cell', kind: 'cell', name: 'Chi bộ thôn Một' })
  const batchId = await check([
    { ...line(), unit: 'Đảng ủy xã Đông / Chi bộ thôn Một' },
    { ...line(), unit: 'Chi bộ thôn Một', parentUnit: 'dang uy xa tay' },
    { ...line(), unit: 'CHI BỘ THÔN MỘT' },
    { ...line(), unit: 'Chi bộ thôn Mộc' },
    { ...line(), unit: 'Đảng ủy xã Đông' },
    { ...line(), unit: 'WWWWW' },
  ])
  const { lines } = await listRows(ctx(), { batchId })
  expect(lines.map(({ outcome, errors }) => errors[0]?.code ?? outcome)).toEqual([
    'new',
    'new',
    'imports.unit-ambiguous',
    'imports.unit-unknown',
    'imports.unit-unknown',
    'imports.unit-unlike',
  ])
  expect(lines[3]!.errors[0]!.params!.nearest).toContain('Chi bộ thôn Một')
})

test('days that cannot be, and days ahead', async () => {
  const batchId = await check([
    { ...line(), birthDate: '01/01/2090' },
    { ...line(), birthDate: '1980', gender: 'x', status: 'y' },
    { ...line(), birthDate: new Date('1980-05-19'), admittedOn: '36526' },
  ])
  const { lines } = await listRows(ctx(), { batchId })
  expect(lines[0]!.errors.map(({ code }) => code)).toEqual(['members.birth-ahead'])
  expect(lines[1]!.errors.map(({ code }) => code).sort()).toEqual([
    'imports.date-unknown',
    'imports.gender-unknown',
    'imports.status-unknown',
  ])
  expect(lines[2]!.outcome).toBe('new')
})

test('a file of one cell needs no column of units', async () => {
  const { unit: _, ...alone } = line()
  const batchId = await check([alone], tenant.units.cell.id)
  expect((await view(batchId)).totals.outcomes).toEqual({ new: 1 })
})

test('two administrators take in the same file at once: everybody once', async () => {
  const lines = Array.from({ length: 30 }, line)
  const [one, two] = [await check(lines), await check(lines)]
  await Promise.all([one, two].map((batchId) => startCommit(ctx(), { batchId })))
  await Promise.all([runImportJobs(ctx()), runImportJobs(ctx())])
  const views = await Promise.all([one, two].map(view))
  const taken = views.map(({ toTake }) => toTake)
  expect(taken[0]! + taken[1]!).toBe(30)
  const cards = lines.map(({ cardNumber }) => String(cardNumber))
  const found = await Promise.all(cards.map(byCard))
  expect(found.filter(Boolean)).toHaveLength(30)
})

test('what the roster changed since the check is not written over', async () => {
  const standing = await tenant.make.member({ cardNumber: card() })
  const batchId = await check([{ ...line(), fullName: 'Tên trong tệp', cardNumber: standing.cardNumber }])
  await ctx().db.update(member).set({ fullName: 'Tên vừa sửa', revision: 2 }).where(eq(member.id, standing.id))
  expect((await commit(batchId)).totals.outcomes).toMatchObject({ rejected: 1, changed: 0 })
  expect((await byCard(standing.cardNumber))!.fullName).toBe('Tên vừa sửa')
})

test('a mapping is remembered for files with the same headings', async () => {
  const lines = [{ ...line(), phone: '0912345678' }]
  const { batchId } = await uploadRoster(ctx(), {
    purpose: 'import',
    unitId: tenant.units.root.id,
    file: await makeRosterFile(lines),
  })
  await mapColumns(ctx(), { batchId, columns: { fullName: 0, cardNumber: 1, unit: 2 } })
  const again = await uploadRoster(ctx(), {
    purpose: 'import',
    unitId: tenant.units.root.id,
    file: await makeRosterFile(lines),
  })
  expect((await view(again.batchId)).mapping).toEqual({ 0: 'fullName', 1: 'cardNumber', 2: 'unit' })
  await runImportJobs(ctx())
})

describe('steps', () => {
  test('follow one another: nothing is taken in before the check, nor twice', async () => {
    const { batchId } = await uploadRoster(ctx(), {
      purpose: 'import',
      unitId: tenant.units.root.id,
      file: await makeRosterFile([line()]),
    })
    await expect(startCommit(ctx(), { batchId })).rejects.toThrow(Conflict)
    await mapGuessed(ctx(), batchId)
    await expect(startCommit(ctx(), { batchId })).rejects.toThrow(Conflict)
    await runImportJobs(ctx())
    await commit(batchId)
    await expect(startCommit(ctx(), { batchId })).rejects.toThrow(Conflict)
    await expect(mapGuessed(ctx(), batchId)).rejects.toThrow(Conflict)
    await undo(batchId)
    await expect(startUndo(ctx(), { batchId })).rejects.toThrow(Conflict)
  })

  test('a file that breaks off half way says at which line', async () => {
    const text = `Họ và tên,Số thẻ,Chi bộ\n${'Lê Thử,99.123456,A\n'.repeat(4_000)}"Lê`
    const batchId = await makeCheckedImport(ctx(), { unitId: tenant.units.root.id, file: new File([text], 'a.csv') })
    expect(await view(batchId)).toMatchObject({ status: 'failed', failure: 'imports.file-damaged' })
  })
})

test('who may: within the scope alone; members and editors find nothing', async () => {
  const { units } = tenant
  const file = () => makeRosterFile([line()])
  const batchId = await check([line()])
  for (const role of ['member', 'editor', 'cell_deputy', 'inspection', 'statistics_officer'] as const) {
    await expect(readBatch(await tenant.as(role), { batchId }, 'import')).rejects.toThrow(NotFound)
  }
  const secretary = await tenant.as('cell_secretary')
  await expect(readBatch(secretary, { batchId }, 'import')).rejects.toThrow(NotFound)
  await expect(startCommit(secretary, { batchId })).rejects.toThrow(NotFound)
  await expect(
    uploadRoster(secretary, { purpose: 'import', unitId: units.grassroots.id, file: await file() }),
  ).rejects.toMatchObject({ fields: { unitId: ['imports.unit-needed'] } })
  const own = await makeCheckedImport(secretary, { unitId: units.cell.id, file: await file() })
  expect((await readBatch(secretary, { batchId: own }, 'import')).status).toBe('checked')
  for (const role of ['committee_secretary', 'unit_admin', 'organisation_dept', 'tenant_admin'] as const) {
    expect((await readBatch(await tenant.as(role, units.grassroots), { batchId: own }, 'import')).status).toBe(
      'checked',
    )
    await expect(readBatch(await tenant.as(role, units.grassroots), { batchId }, 'import')).rejects.toThrow(NotFound)
  }
})

test('no line has two cells or none after all this', async () => {
  const rows = await ctx()
    .db.select({ id: member.id, home: membership.unitId, unitId: member.unitId })
    .from(member)
    .leftJoin(membership, and(eq(membership.memberId, member.id), isNull(membership.validUntil)))
  expect(rows.filter(({ home, unitId }) => home !== unitId)).toEqual([])
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
})
