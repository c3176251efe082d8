import { Conflict, NotFound, newId } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { asc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { type MemberLine, memberChange, readMemberLine, reviseMember } from '.'
import type { ReviseMember } from './inputs'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await createTestTenant()
})

const fieldsOf = (line: MemberLine) => {
  const { fullName, cardNumber, phone, gender, birthDate, admittedOn, confirmedOn, probationEndsOn } = line
  return { fullName, cardNumber, phone, gender, birthDate, admittedOn, confirmedOn, probationEndsOn }
}
/** The edit form as somebody opened it, to be sent with changes. */
async function open(memberId: string) {
  const line = await readMemberLine(tenant.ctx, { memberId })
  const seen = fieldsOf(line)
  return (change: Partial<ReviseMember>, ctx = tenant.ctx) =>
    reviseMember(ctx, { memberId, revision: line.revision, ...seen, ...change, seen })
}
const born = { birthDate: '1970-05-02', admittedOn: '1995-06-01' }

test('what changed is written with its history; what did not is left alone', async () => {
  const { id } = await tenant.make.member({ fullName: 'Lê Thị Sửa', phone: '0988000001', ...born })
  const save = await open(id)
  expect(await save({ fullName: '  Lê Thị   Sửa ', phone: '0988 000 001' })).toEqual({ changed: [] })
  expect(await save({ gender: 'female', confirmedOn: '1996-06-01' })).toEqual({ changed: ['gender', 'confirmedOn'] })
  const history = await tenant.ctx.db
    .select({ field: memberChange.field, before: memberChange.before, after: memberChange.after })
    .from(memberChange)
    .where(eq(memberChange.memberId, id))
    .orderBy(asc(memberChange.field))
  expect(history).toEqual([
    { field: 'confirmedOn', before: null, after: '1996-06-01' },
    { field: 'gender', before: null, after: 'female' },
  ])
  expect((await readMemberLine(tenant.ctx, { memberId: id })).revision).toBe(2)
})

test('two who edit different fields at once are both kept', async () => {
  const { id } = await tenant.make.member({ fullName: 'Lê Thị Gộp', ...born })
  const [one, other] = [await open(id), await open(id)]
  await one({ fullName: 'Lê Thị Gộp Một' })
  await other({ gender: 'female' })
  expect(await readMemberLine(tenant.ctx, { memberId: id })).toMatchObject({
    fullName: 'Lê Thị Gộp Một',
    gender: 'female',
  })
})

test('two who edit one field at once: the second is told what the first wrote, and may then write over it', async () => {
  const { id } = await tenant.make.member({ fullName: 'Lê Thị Trùng', ...born })
  const [one, other] = [await open(id), await open(id)]
  await one({ birthDate: '1971-05-02' })
  await expect(other({ birthDate: '1972-05-02', gender: 'male' })).rejects.toMatchObject({
    kind: 'conflict',
    code: 'members.edited-meanwhile',
    theirs: { birthDate: '1971-05-02' },
    fields: { birthDate: { code: 'members.clash', params: { value: '02/05/1971' } } },
  })
  expect(await readMemberLine(tenant.ctx, { memberId: id })).toMatchObject({ birthDate: '1971-05-02', gender: null })
  await (await open(id))({ birthDate: '1972-05-02' })
  expect((await readMemberLine(tenant.ctx, { memberId: id })).birthDate).toBe('1972-05-02')
})

test('of ten who write one field at the same moment one wins, and nine are told', async () => {
  const { id } = await tenant.make.member(born)
  const saves = await Promise.all(Array.from({ length: 10 }, () => open(id)))
  const outcomes = await Promise.allSettled(saves.map((save, n) => save({ fullName: `Người thứ ${n}` })))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Conflict)
})

test('edits that are right alone and wrong together do not merge', async () => {
  const { id } = await tenant.make.member({ birthDate: '1960-01-01', admittedOn: '1995-06-01' })
  const [one, other] = [await open(id), await open(id)]
  await one({ birthDate: '1976-01-01' })
  await expect(other({ admittedOn: '1990-06-01' })).rejects.toMatchObject({
    fields: { admittedOn: ['members.admitted-young'] },
  })
})

test('a new admission of a probationary member moves the end of probation', async () => {
  const { id } = await tenant.make.member({ status: 'probationary', admittedOn: '2023-05-31' })
  await (await open(id))({ admittedOn: '2023-02-28' })
  expect((await readMemberLine(tenant.ctx, { memberId: id })).probationEndsOn).toBe('2024-02-28')
})

test('a line with an old card may be corrected elsewhere without its card being refused', async () => {
  const old = await createTestTenant({ accounts: { ...tenant.ctx.config.accounts, cardScheme: [] } })
  const { id } = await old.make.member({ cardNumber: 'CŨ/7' })
  const config = { ...old.ctx.config, accounts: tenant.ctx.config.accounts }
  const line = await readMemberLine(old.ctx, { memberId: id })
  const seen = fieldsOf(line)
  const save = (change: Partial<ReviseMember>) =>
    reviseMember({ ...old.ctx, config }, { memberId: id, revision: line.revision, ...seen, ...change, seen })
  await expect(save({ cardNumber: 'CŨ/8' })).rejects.toMatchObject({ fields: { cardNumber: ['members.card-format'] } })
  expect(await save({ gender: 'male' })).toEqual({ changed: ['gender'] })
})

describe('bad input is refused by field', () => {
  test.each<[Partial<ReviseMember>, string, string]>([
    [{ birthDate: '2024-01-12' }, 'birthDate', 'members.birth-ahead'],
    [{ birthDate: '1789-01-12' }, 'birthDate', 'members.birth-format'],
    [{ birthDate: '1977-06-02' }, 'admittedOn', 'members.admitted-young'],
    [{ admittedOn: '2024-01-12' }, 'admittedOn', 'members.admitted-ahead'],
    [{ confirmedOn: '1995-05-31' }, 'confirmedOn', 'members.confirmed-early'],
    [{ confirmedOn: '2024-01-12' }, 'confirmedOn', 'members.confirmed-ahead'],
    [{ probationEndsOn: '1995-05-31' }, 'probationEndsOn', 'members.probation-early'],
    [{ cardNumber: '12' }, 'cardNumber', 'members.card-format'],
    [{ phone: 'gọi tôi' }, 'phone', 'members.phone-format'],
  ])('%j', async (change, field, code) => {
    const { id } = await tenant.make.member(born)
    await expect((await open(id))(change)).rejects.toMatchObject({ kind: 'invalid', fields: { [field]: [code] } })
  })
})

test('a card in another writing, or a telephone not said to be shared, is refused; the holder is named within scope alone', async () => {
  const { make, units } = tenant
  const elsewhere = await make.unit({ parentId: units.root.id, level: 'cell', kind: 'cell', name: 'Chi bộ khác' })
  await make.member({ fullName: 'Người Giữ Thẻ', cardNumber: '70.000001', phone: '0977000001', unitId: elsewhere.id })
  const { id } = await make.member()
  const secretary = await tenant.as('cell_secretary')
  const save = await open(id)
  await expect(save({ cardNumber: '70000001' })).rejects.toMatchObject({
    code: 'members.duplicate-card-here',
    params: { name: 'Người Giữ Thẻ', unit: 'Chi bộ khác' },
  })
  await expect(save({ cardNumber: '70000001' }, secretary)).rejects.toMatchObject({
    code: 'members.duplicate-card',
    params: {},
  })
  await expect(save({ phone: '+84977000001' }, secretary)).rejects.toMatchObject({
    code: 'members.duplicate-phone',
    params: {},
  })
  expect(await save({ phone: '+84977000001', sharedPhone: true })).toEqual({ changed: ['phone'] })
})

test('nobody revises who is outside the scope or unknown', async () => {
  const { make, units } = tenant
  const elsewhere = await make.unit({ parentId: units.grassroots.id, level: 'cell', kind: 'cell' })
  const { id } = await make.member({ unitId: elsewhere.id })
  const save = await open(id)
  await expect(save({ gender: 'male' }, await tenant.as('cell_secretary'))).rejects.toThrow(NotFound)
  await expect(save({ gender: 'male' }, await tenant.as('cell_deputy', elsewhere))).rejects.toThrow(NotFound)
  await expect(save({ memberId: newId() })).rejects.toThrow(NotFound)
})
