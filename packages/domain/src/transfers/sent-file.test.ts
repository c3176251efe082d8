import { makeDossier } from '@sotay/domain/dossiers/factory'
import { memberChange } from '@sotay/domain/members'
import { createTestTenant, type TestTenant, testConfiguration } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { readDossier } from '../dossiers'
import { acceptTransfer, turnDownTransfer } from './answer-transfer'
import { openArriving } from './arriving'
import { makeTransfer } from './factory'
import { handOverTransfer } from './hand-over'
import { readTransfer } from './read-transfer'
import { receiveTransfer } from './receive-transfer'
import { transfer } from './schema'

let here: TestTenant
let there: TestTenant
let third: TestTenant
const refusal = (reason: string) => ({ kind: 'invalid', fields: { file: [`transfers.${reason}`] } })

beforeAll(async () => {
  const { roster } = testConfiguration('thu')
  const listed = (key: string, name: string) => ({
    roster: { ...roster, fileChoices: [{ field: 'politicalTheory', options: [{ key, name }] }] } as typeof roster,
  })
  here = await createTestTenant(listed('tc', 'Trung cấp'))
  there = await createTestTenant(listed('trung-cap', 'Trung cấp'))
  third = await createTestTenant()
  await here.operations.directory.refresh()
})

const life = {
  homeTown: 'Đức Phổ, Quảng Ngãi',
  politicalTheory: 'tc',
  nationalId: '051080000123',
  admissionPlace: 'Chi bộ thôn A',
  commendations: [{ on: '03/2010', form: 'Giấy khen', issuer: 'Huyện ủy' }],
  disciplines: [{ on: '2015', form: 'Khiển trách', reason: 'Thiếu trách nhiệm' }],
}

async function leaving(values: Parameters<typeof makeDossier>[2] = life) {
  const person = await here.make.member({ memberSince: '2020-01-01' })
  await makeDossier(here.ctx, person.id, values)
  const { id: transferId } = await makeTransfer(here.ctx, {
    memberId: person.id,
    kind: 'out',
    elsewhere: 'Chi bộ thôn B, tỉnh bạn',
    partner: there.record.slug,
    upTo: 'decided',
  })
  return { person, transferId, file: (await handOverTransfer(here.ctx, { transferId })).content }
}
const received = async (file: string) =>
  receiveTransfer(await there.as('organisation_dept', there.units.root), { file, toUnitId: there.units.cell.id })
const secretary = () => there.as('cell_secretary', there.units.cell)

test('the member’s file goes along, is shown before, and becomes the new cell’s to verify', async () => {
  const { file } = await leaving()
  for (const secret of ['Đức Phổ', '051080000123', 'Khiển trách']) expect(file).not.toContain(secret)
  const { id } = await received(file)
  const shown = (await readTransfer(await secretary(), { transferId: id })).file.flatMap(({ fields }) => fields)
  expect(shown.map(({ key, value, masked }) => [key, masked ? 'masked' : value])).toEqual([
    ['homeTown', 'Đức Phổ, Quảng Ngãi'],
    ['nationalId', 'masked'],
    ['politicalTheory', 'trung-cap'],
    ['admissionPlace', 'Chi bộ thôn A'],
    ['commendations', life.commendations],
    ['disciplines', 'masked'],
  ])
  await acceptTransfer(await secretary(), { transferId: id })
  const [done] = await there.ctx.db.select().from(transfer).where(eq(transfer.id, id))
  expect(done?.person).toBeNull()
  const memberId = done!.memberId!
  const read = await readDossier(await secretary(), { memberId, reveal: true })
  const values = Object.fromEntries(
    read.sections.flatMap(({ fields }) => fields.flatMap(({ key, value }) => (value === null ? [] : [[key, value]]))),
  )
  expect(values).toEqual({ ...life, politicalTheory: 'trung-cap' })
  expect(read).toMatchObject({ verifiedAt: null })
  const history = await there.ctx.db.select().from(memberChange).where(eq(memberChange.memberId, memberId))
  expect(history).toHaveLength(1 + Object.keys(life).length)
  expect(JSON.stringify(history)).not.toContain('051080000123')
})

test('a choice the other province does not list stays as it was written', async () => {
  const { file } = await leaving({ politicalTheory: 'Cao cấp (khóa cũ)' })
  const { id } = await received(file)
  const { file: shown } = await readTransfer(await secretary(), { transferId: id })
  expect(shown[0]?.fields[0]).toMatchObject({ key: 'politicalTheory', value: 'Cao cấp (khóa cũ)' })
})

test('a file sealed for another province, or lifted from another transfer, is refused though it is signed', async () => {
  const [one, other] = [await leaving(), await leaving({ homeTown: 'Nơi khác' })]
  const signed = (content: object) => {
    const text = JSON.stringify(content)
    const signature = here.ctx.signatures.sign(`sotay-transfer/1\n${text}`)
    return JSON.stringify({ format: 'sotay-transfer', content: text, signature })
  }
  const said = JSON.parse(JSON.parse(one.file).content)
  const lifted = JSON.parse(JSON.parse(other.file).content).file
  await expect(received(signed({ ...said, file: lifted }))).rejects.toMatchObject(refusal('file-sealed'))
  const label = `sotay-transfer-file/1\n${here.record.slug}\n${there.record.slug}\n${said.nonce}`
  const sealed = (to: TestTenant, file: unknown) =>
    here.ctx.signatures.sealFor(to.record.slug, label, JSON.stringify(file))
  const elsewhere = signed({ ...said, file: sealed(third, { homeTown: 'Đức Phổ' }) })
  await expect(received(elsewhere)).rejects.toMatchObject(refusal('file-sealed'))
  for (const unfit of [
    { noSuchField: 'x' },
    { nationalIdIssuedOn: '31/02/2020' },
    { relatives: 'không phải danh sách' },
  ]) {
    const content = signed({ ...said, file: sealed(there, unfit) })
    await expect(received(content), JSON.stringify(unfit)).rejects.toMatchObject(refusal('file-unfit'))
  }
  await expect(
    received(signed({ ...said, file: sealed(there, { homeTown: 'x'.repeat(2_001) }) })),
  ).rejects.toMatchObject(refusal('file-sealed'))
  await received(signed(said))
})

test('who is turned down leaves nothing of their file; the name stays in the list', async () => {
  const { person, file } = await leaving()
  const { id } = await received(file)
  await turnDownTransfer(await secretary(), { transferId: id, how: 'refused', reason: 'Không thuộc địa bàn' })
  const [row] = await there.ctx.db.select().from(transfer).where(eq(transfer.id, id))
  expect(openArriving(there.ctx, row!)?.file).toEqual({})
  expect(await readTransfer(await secretary(), { transferId: id })).toMatchObject({
    memberName: person.fullName,
    file: [],
  })
})
