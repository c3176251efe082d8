import { member, membership } from '@sotay/domain/members'
import { auditEntry } from '@sotay/kernel/schema'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { acceptTransfer, turnDownTransfer } from './answer-transfer'
import { makeTransfer } from './factory'
import { handOverTransfer } from './hand-over'
import { readTransfer } from './read-transfer'
import { closeByReceipt, closeTransfer, receiptOfTransfer } from './receipts'
import { receiveTransfer } from './receive-transfer'
import { transfer } from './schema'

let here: TestTenant
let there: TestTenant
let third: TestTenant
const gone = { kind: 'not-found' }
const refusal = (reason: string) => ({ kind: 'invalid', fields: { file: [`transfers.${reason}`] } })

beforeAll(async () => {
  ;[here, there, third] = await Promise.all([createTestTenant(), createTestTenant(), createTestTenant()])
  for (const { operations } of [here]) await operations.directory.refresh()
})

/** A member of one province on the way to the other, with the file that goes along. */
async function leaving(given: { cardNumber?: string; status?: 'full' | 'probationary' } = {}) {
  const person = await here.make.member({ memberSince: '2020-01-01', ...given })
  const { id: transferId } = await makeTransfer(here.ctx, {
    memberId: person.id,
    kind: 'out',
    elsewhere: 'Chi bộ thôn A, tỉnh bạn',
    partner: there.record.slug,
    upTo: 'decided',
  })
  const { content: file } = await handOverTransfer(here.ctx, { transferId })
  return { person, transferId, file }
}
const officer = (of = there) => of.as('organisation_dept', of.units.root)
const received = async (file: string) => receiveTransfer(await officer(), { file, toUnitId: there.units.cell.id })
const byCard = async (of: TestTenant, card: string) =>
  (await of.ctx.db.select().from(member).where(eq(member.cardNumber, card)))[0]

test('a member goes over by file and receipt: in the old cell until then, in one place throughout', async () => {
  const { person, transferId, file } = await leaving({ status: 'probationary' })
  const { id } = await received(file)
  expect(await byCard(there, person.cardNumber)).toBeUndefined()
  const secretary = await there.as('cell_secretary', there.units.cell)
  expect(await readTransfer(secretary, { transferId: id })).toMatchObject({
    memberName: person.fullName,
    acts: ['accept', 'turn-down'],
  })
  await expect(receiptOfTransfer(secretary, { transferId: id })).rejects.toMatchObject({
    code: 'transfers.not-answered',
  })
  await acceptTransfer(secretary, { transferId: id })
  expect(await byCard(there, person.cardNumber)).toMatchObject({
    fullName: person.fullName,
    status: 'probationary',
    unitId: there.units.cell.id,
    leftOn: null,
  })
  expect((await byCard(here, person.cardNumber))?.leftOn).toBeNull()
  const receipt = await receiptOfTransfer(secretary, { transferId: id })
  expect(await closeByReceipt(here.ctx, { transferId, file: receipt.content })).toEqual({ outcome: 'accepted' })
  expect(await byCard(here, person.cardNumber)).toMatchObject({ leaving: 'transferred-out' })
  const stays = await here.ctx.db.select().from(membership).where(eq(membership.memberId, person.id))
  expect(stays.every(({ validUntil }) => validUntil !== null)).toBe(true)
  await expect(closeByReceipt(here.ctx, { transferId, file: receipt.content })).rejects.toMatchObject({
    code: 'transfers.state-changed',
  })
})

test('who is refused there stays here', async () => {
  const { person, transferId, file } = await leaving()
  const { id } = await received(file)
  const secretary = await there.as('cell_secretary', there.units.cell)
  await turnDownTransfer(secretary, { transferId: id, how: 'refused', reason: 'Không thuộc địa bàn' })
  const receipt = await receiptOfTransfer(secretary, { transferId: id })
  expect(await closeByReceipt(here.ctx, { transferId, file: receipt.content })).toEqual({ outcome: 'refused' })
  expect((await byCard(here, person.cardNumber))?.leftOn).toBeNull()
  await makeTransfer(here.ctx, { memberId: person.id, kind: 'out', elsewhere: 'Nơi khác' })
})

test('a file is taken in once, also by two at once, and a second file of the same transfer is the same', async () => {
  const { transferId, file } = await leaving()
  const again = (await handOverTransfer(here.ctx, { transferId })).content
  const outcomes = await Promise.allSettled([received(file), received(again)])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(received(file)).rejects.toMatchObject({ code: 'transfers.file-used' })
})

test('every altered byte, another signer, another recipient and a late day are refused', async () => {
  const { file, person } = await leaving()
  const outer = JSON.parse(file)
  const content = JSON.parse(outer.content)
  const written = (change: object) => JSON.stringify({ ...outer, content: JSON.stringify({ ...content, ...change }) })
  const altered = { person: { ...content.person, status: 'probationary' } }
  await expect(received(written(altered))).rejects.toMatchObject(refusal('file-signature'))
  await expect(received(written({ to: third.record.slug }))).rejects.toMatchObject(refusal('file-signature'))
  const posing = { from: { ...content.from, slug: third.record.slug } }
  await expect(received(written(posing))).rejects.toMatchObject(refusal('file-signature'))
  await expect(received(JSON.stringify({ ...outer, signature: 'AAAA' }))).rejects.toMatchObject(
    refusal('file-signature'),
  )
  await expect(received(JSON.stringify({ ...outer, format: 'sotay-receipt' }))).rejects.toMatchObject(
    refusal('file-broken'),
  )
  for (const broken of [
    '{}',
    '{"a"',
    'không phải JSON',
    '[]',
    JSON.stringify({ ...outer, more: 1 }),
    file.slice(0, -40),
  ]) {
    await expect(received(broken)).rejects.toMatchObject(refusal('file-broken'))
  }
  await expect(received('x'.repeat(70_000))).rejects.toThrow()
  const elsewhere = receiveTransfer(await officer(third), { file, toUnitId: third.units.cell.id })
  await expect(elsewhere).rejects.toMatchObject(refusal('file-not-for-us'))
  const later = { ...(await officer()), clock: { now: () => new Date('2024-03-01T00:00:00Z') } }
  await expect(receiveTransfer(later, { file, toUnitId: there.units.cell.id })).rejects.toMatchObject(
    refusal('file-expired'),
  )
  expect(await byCard(there, person.cardNumber)).toBeUndefined()
})

test('a receipt of another transfer, or signed by a third, closes nothing', async () => {
  const [one, other] = [await leaving(), await leaving()]
  const { id } = await received(one.file)
  const secretary = await there.as('cell_secretary', there.units.cell)
  await acceptTransfer(secretary, { transferId: id })
  const { content } = await receiptOfTransfer(secretary, { transferId: id })
  await expect(closeByReceipt(here.ctx, { transferId: other.transferId, file: content })).rejects.toMatchObject(
    refusal('receipt-of-another'),
  )
  const outer = JSON.parse(content)
  const posing = { ...JSON.parse(outer.content), from: third.record.slug }
  const forged = JSON.stringify({ ...outer, content: JSON.stringify(posing) })
  await expect(closeByReceipt(here.ctx, { transferId: one.transferId, file: forged })).rejects.toMatchObject(
    refusal('file-signature'),
  )
  await expect(closeByReceipt(here.ctx, { transferId: one.transferId, file: one.file })).rejects.toMatchObject(
    refusal('file-broken'),
  )
})

test('a card that is on the roster already is told, and who left before comes back to their own line', async () => {
  const known = await there.make.member({ cardNumber: '77000001' })
  const { file } = await leaving({ cardNumber: '77000001' })
  await expect(received(file)).rejects.toMatchObject({ code: 'transfers.card-on-roster' })
  await there.ctx.db
    .update(member)
    .set({ leftOn: '2023-06-01', leaving: 'transferred-out' })
    .where(eq(member.id, known.id))
  await there.ctx.db
    .update(membership)
    .set({ validFrom: '2020-01-01', validUntil: '2023-05-31' })
    .where(eq(membership.memberId, known.id))
  const { id } = await received(file)
  await acceptTransfer(await there.as('cell_secretary', there.units.cell), { transferId: id })
  expect(await byCard(there, '77000001')).toMatchObject({ id: known.id, leftOn: null, leaving: null })
})

test('files and receipts are for the officers of the committee; who is on the way in is kept sealed', async () => {
  const { transferId, file, person } = await leaving()
  for (const role of ['cell_secretary', 'tenant_admin', 'member'] as const) {
    await expect(handOverTransfer(await here.as(role), { transferId })).rejects.toMatchObject(gone)
    await expect(closeTransfer(await here.as(role), { transferId, on: '2024-01-11' })).rejects.toMatchObject(gone)
  }
  await expect(
    receiveTransfer(await there.as('cell_secretary'), { file, toUnitId: there.units.cell.id }),
  ).rejects.toMatchObject(gone)
  const { id } = await received(file)
  const [row] = await there.ctx.db.select().from(transfer).where(eq(transfer.id, id))
  expect(JSON.stringify(row)).not.toContain(person.cardNumber)
  const acts = await here.ctx.db.select().from(auditEntry).where(eq(auditEntry.subjectId, transferId))
  expect(acts.map(({ action }) => action)).toContain('transfers.file-issued')
})

test('without a receipt the officer’s word closes it, not before the day', async () => {
  const { transferId, person } = await leaving()
  await expect(closeTransfer(here.ctx, { transferId, on: '2024-01-12' })).rejects.toMatchObject({
    code: 'transfers.not-yet-there',
  })
  await closeTransfer(here.ctx, { transferId, on: '2024-01-11' })
  expect((await byCard(here, person.cardNumber))?.leaving).toBe('transferred-out')
})
