import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportOwnData, issueAccounts, printLetters } from '@sotay/domain/accounts'
import { exportAdoptionNames, exportAdoptionTable, printAdoption } from '@sotay/domain/adoption'
import { printHandoverRecord } from '@sotay/domain/authority'
import { makeSeat } from '@sotay/domain/authority/factory'
import { printCases } from '@sotay/domain/cards'
import { makeCardCase } from '@sotay/domain/cards/factory'
import { printMemberForm, readDossier, readFileRequest } from '@sotay/domain/dossiers'
import { makeDossier, makeFileRequest } from '@sotay/domain/dossiers/factory'
import { readProtocol, writeRejected } from '@sotay/domain/imports'
import { makeCheckedImport, makeRosterFile } from '@sotay/domain/imports/factory'
import { exportMembers, type Member } from '@sotay/domain/members'
import { exportTree, printUnit } from '@sotay/domain/organisation'
import { writeHomesList } from '@sotay/domain/reorganisation'
import { readTransferLetter } from '@sotay/domain/transfers'
import { makeTransfer } from '@sotay/domain/transfers/factory'
import type { MemberActor, TenantContext } from '@sotay/kernel'
import { auditEntry } from '@sotay/kernel/schema'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { asc, gt } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const SECRETS = { nationalId: '051099001234', health: 'Bệnh nền cần giữ kín' }

let tenant: TestTenant
let officer: TenantContext & { actor: MemberActor }
let person: Member
beforeAll(async () => {
  tenant = await createTestTenant({ roster: { probationMonths: 12, exports: { rows: 1000, perDay: 1000 } } })
  officer = await tenant.as('organisation_dept', tenant.units.root)
  person = await tenant.make.member({ fullName: 'Phạm Thị Riêng Tư', memberSince: '2022-01-01' })
  await makeDossier(tenant.ctx, person.id, { birthPlace: 'Nơi sinh riêng', ...SECRETS })
})

const words = {
  title: 'Biên bản',
  subtitle: () => '',
  placeAndDate: () => '',
  facts: () => [],
  kind: () => '',
  none: '',
  columns: {},
  difference: () => '',
  resolution: () => '',
  signatures: [],
  sheet: 'A',
} as unknown as Parameters<typeof readProtocol>[2]
const rejected = { sheet: 'A', reason: 'Lý do', sentence: () => 'sai' }

const checked = async (purpose: 'import' | 'reconciliation') => {
  const file = await makeRosterFile([{ fullName: 'Người Trong Tệp', cardNumber: 'sai', unit: tenant.units.cell.name }])
  return makeCheckedImport(tenant.ctx, { unitId: tenant.units.cell.id, file, purpose })
}
const issuing = (ctx: TenantContext): TenantContext => ({
  ...ctx,
  config: { ...ctx.config, accounts: { ...ctx.config.accounts, registration: 'issued' } },
})

interface CarriedOut {
  /** Files that write what leaves, from the repository's root. */
  writers: string[]
  /** Action and what it says besides the subject; every one of them is recorded. */
  recorded: [action: string, details: Record<string, unknown>][]
  prepare?: () => Promise<string>
  act(prepared: string): Promise<unknown>
}
const domain = (path: string) => `packages/domain/src/${path}`
const web = (path: string) => `apps/web/app/modules/${path}`
const exported = (kind: string, rows: unknown = expect.any(Number)): [string, Record<string, unknown>] => [
  'organisation.exported',
  { kind, rows },
]

/** Everything that leaves the province in a file, and every sight of a sensitive field. */
const table: Record<string, CarriedOut> = {
  'the roster': {
    writers: [domain('members/export-members.ts')],
    recorded: [exported('members.roster', 1)],
    act: () => exportMembers(officer, { search: person.cardNumber, columns: ['fullName', 'phone'] }),
  },
  'the roster to print': {
    writers: [],
    recorded: [exported('members.roster', 1)],
    act: () => exportMembers(officer, { search: person.cardNumber, columns: ['fullName'], format: 'pdf' }),
  },
  'the tree': {
    writers: [domain('organisation/export-tree.ts')],
    recorded: [exported('organisation.tree', 2)],
    act: () => exportTree(officer, { unitId: tenant.units.grassroots.id }),
  },
  'a unit': {
    writers: [domain('organisation/print-unit.ts')],
    recorded: [['organisation.unit-printed', { day: '2024-01-11', rows: 1 }]],
    act: () => printUnit(officer, { unitId: tenant.units.grassroots.id }),
  },
  'cases of cards': {
    writers: [domain('cards/print-cases.ts')],
    recorded: [['cards.list-printed', { rows: 1 }]],
    prepare: async () => (await makeCardCase(tenant.ctx, { memberId: person.id, note: 'Mất ở nhà riêng' })).id,
    act: () => printCases(officer),
  },
  'the record of a hand-over': {
    writers: [domain('authority/print-handover-record.ts')],
    recorded: [['authority.record-printed', expect.any(Object)]],
    prepare: async () =>
      (await makeSeat(tenant.ctx, { unitId: tenant.units.grassroots.id, memberId: person.id })).custodyId!,
    act: (custodyId) => printHandoverRecord(officer, { custodyId }),
  },
  'rejected rows': {
    writers: [domain('imports/roster-files.ts')],
    recorded: [['imports.rejected-taken', { rows: 1 }]],
    prepare: () => checked('import'),
    act: (batchId) => writeRejected(officer, { batchId }, rejected),
  },
  'the protocol of a reconciliation': {
    writers: [domain('imports/protocol.ts'), web('imports/protocol.ts')],
    recorded: [exported('imports.protocol')],
    prepare: () => checked('reconciliation'),
    act: (batchId) => readProtocol(officer, { batchId }, words),
  },
  'letters with passwords': {
    writers: [domain('accounts/print-letters.ts')],
    recorded: [['accounts.issued', {}]],
    prepare: async () => (await tenant.make.member()).id,
    act: async (memberId) => printLetters(officer, await issueAccounts(issuing(officer), { memberIds: [memberId] })),
  },
  'one’s own data': {
    writers: [domain('accounts/export-own-data.ts')],
    recorded: [['accounts.own-data-exported', {}]],
    act: () => exportOwnData(officer),
  },
  'a member’s form': {
    writers: [domain('dossiers/print-member-form.ts')],
    recorded: [
      exported('dossiers.form', 1),
      ['dossiers.sensitive-read', { fields: expect.arrayContaining(Object.keys(SECRETS)) }],
      ['dossiers.form-printed', { format: 'docx' }],
    ],
    act: () => printMemberForm(officer, { memberId: person.id, format: 'docx' }),
  },
  'a letter of introduction': {
    writers: [web('transfers/letter-pdf.ts'), web('transfers/letter-word.ts')],
    recorded: [['transfers.letter-printed', {}]],
    prepare: async () => {
      const { id: memberId } = await tenant.make.member({ memberSince: '2022-01-01' })
      const next = await tenant.make.unit({ parentId: tenant.units.grassroots.id, level: 'cell', kind: 'cell' })
      return (await makeTransfer(tenant.ctx, { memberId, toUnitId: next.id, upTo: 'decided' })).id
    },
    act: (transferId) => readTransferLetter(officer, { transferId }),
  },
  'names behind a number': {
    writers: [web('adoption/names-workbook.ts')],
    recorded: [exported('adoption.names')],
    act: () => exportAdoptionNames(officer, { unitId: tenant.units.cell.id }),
  },
  'shares of units': {
    writers: [web('adoption/units-workbook.ts')],
    recorded: [exported('adoption.units')],
    act: () => exportAdoptionTable(officer, { unitId: tenant.units.cell.id }),
  },
  'shares of units on paper': {
    writers: [domain('adoption/print-adoption.ts')],
    recorded: [exported('adoption.units')],
    act: () => printAdoption(officer, { unitId: tenant.units.cell.id }),
  },
  'homes for what hangs on a tier': {
    writers: [domain('reorganisation/homes-list.ts')],
    recorded: [exported('reorganisation.homes')],
    act: () => writeHomesList(officer, { level: 'grassroots', day: '2024-06-30' }),
  },
  'sensitive fields of a file': {
    writers: [],
    recorded: [['dossiers.sensitive-read', { fields: expect.arrayContaining(Object.keys(SECRETS)) }]],
    act: () => readDossier(officer, { memberId: person.id, reveal: true }),
  },
  'sensitive fields of a request': {
    writers: [],
    recorded: [['dossiers.sensitive-read', { fields: ['health'] }]],
    prepare: async () => (await makeFileRequest(tenant.ctx, person.id, { health: 'Đã khỏi bệnh nền' })).requestId,
    act: async (requestId) => readFileRequest(await tenant.as('cell_secretary', tenant.units.cell), { requestId }),
  },
}

const rowsAfter = (sequence: number) =>
  tenant.ctx.db.select().from(auditEntry).where(gt(auditEntry.sequence, sequence)).orderBy(asc(auditEntry.sequence))

test.each(Object.entries(table))(
  '%s: who, what and how many are recorded, once',
  async (_, { recorded, prepare, act }) => {
    const prepared = (await prepare?.()) ?? ''
    const last = (await rowsAfter(0)).at(-1)!.sequence
    await act(prepared)
    const wanted = new Set(recorded.map(([action]) => action))
    const rows = (await rowsAfter(last)).filter(({ action }) => wanted.has(action))
    expect(rows.map(({ action, details }) => [action, details])).toEqual(recorded)
    for (const row of rows)
      expect(row).toMatchObject({ actorKind: 'member', actorId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  },
)

test('no row of the trail holds anybody’s name, number, telephone or a value of a file', async () => {
  const trail = JSON.stringify((await rowsAfter(0)).map(({ details }) => details))
  expect(trail.length).toBeGreaterThan(500)
  const { fullName, cardNumber, phone } = person
  const personal = [
    fullName,
    cardNumber,
    phone!,
    ...Object.values(SECRETS),
    'Nơi sinh riêng',
    'nhà riêng',
    'Người Trong Tệp',
  ]
  expect(personal.filter((text) => trail.includes(text))).toEqual([])
})

test('whatever writes a sheet or a paper is in this table', () => {
  const written = [...filesUnder('packages/domain/src'), ...filesUnder('apps/web/app/modules')].filter(
    (file) => !/\.test\.|factory|testing/.test(file) && WRITES.test(readFileSync(join(ROOT, file), 'utf8')),
  )
  expect(written.sort()).toEqual(
    Object.values(table)
      .flatMap(({ writers }) => writers)
      .sort(),
  )
})

const WRITES = /\b(writeWorkbook|writeCsv|printPdf|printWord)\b.*from '@sotay\/(sheets|print)'/

function filesUnder(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
}
