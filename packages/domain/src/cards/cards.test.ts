import type { TenantContext } from '@sotay/kernel'
import { auditEntry } from '@sotay/kernel/schema'
import type { RoleKey } from '@sotay/tenant-config'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import { signIn } from '../accounts'
import { makeAccount } from '../accounts/factory'
import { member, memberChange } from '../members'
import type { Unit } from '../organisation'
import { demoCards } from './demo'
import { makeCardCase } from './factory'
import {
  confirmCardCase,
  findHolders,
  listCardCases,
  listOwnCases,
  listSharedNumbers,
  printCases,
  readCardCase,
  recordCardCase,
  refuseCardCase,
  reportCard,
  resolveCardCase,
  withdrawCardCase,
} from './index'
import { cardCase } from './schema'

let tenant: TestTenant
let sister: Unit
beforeAll(async () => {
  tenant = await createTestTenant()
  sister = await tenant.make.unit({ parentId: tenant.units.grassroots.id, level: 'cell', kind: 'cell' })
})

const gone = { kind: 'not-found' }
const asMember = async (of = tenant) => of.as('member', of.units.cell)
const caseOf = async (id: string) => (await tenant.ctx.db.select().from(cardCase).where(eq(cardCase.id, id)))[0]!

async function reported() {
  const owner = await asMember()
  const { id } = await reportCard(owner, { kind: 'lost', note: 'Mất khi đi chợ' })
  return { owner, id }
}

test('a card goes from the member over the cell to the competent officer, and the member signs in by the new number', async () => {
  const { owner, id } = await reported()
  const secretary = await tenant.as('cell_secretary')
  const officer = await tenant.as('organisation_dept', tenant.units.root)
  await expect(resolveCardCase(officer, { caseId: id, newCard: '77.000001' })).rejects.toMatchObject({
    code: 'cards.not-confirmed',
  })
  await confirmCardCase(secretary, { caseId: id })
  await expect(resolveCardCase(secretary, { caseId: id, newCard: '77.000001' })).rejects.toMatchObject(gone)
  const password = 'con đường ra biển'
  const { accountId } = await makeAccount(tenant.ctx, { memberId: owner.actor.memberId, password })
  await resolveCardCase(officer, { caseId: id, newCard: '77000001' })
  const anonymous = tenant.actingAs({ kind: 'anonymous' })
  const enter = (cardNumber: string) => signIn(anonymous, { cardNumber, password, address: 'a', device: 'b' })
  expect(await enter('77 000001')).toEqual({ status: 'signed-in', accountId })
  const { oldCard } = await caseOf(id)
  await expect(enter(oldCard)).rejects.toMatchObject({ kind: 'invalid' })
  const history = await tenant.ctx.db.select().from(memberChange).where(eq(memberChange.memberId, owner.actor.memberId))
  expect(history).toMatchObject([{ field: 'cardNumber', before: oldCard, after: '77.000001' }])
  expect((await listOwnCases(owner)).cases).toMatchObject([{ status: 'resolved', newCard: '77.000001' }])
})

describe('who may do what, at which level', () => {
  const acts: Record<string, (ctx: TenantContext, caseId: string) => Promise<unknown>> = {
    read: (ctx, caseId) => readCardCase(ctx, { caseId }),
    confirm: (ctx, caseId) => confirmCardCase(ctx, { caseId }),
    refuse: (ctx, caseId) => refuseCardCase(ctx, { caseId, reason: 'Thẻ vẫn còn' }),
  }
  const table: [RoleKey, 'root' | 'grassroots' | 'cell' | 'sister', string[]][] = [
    ['member', 'cell', []],
    ['cell_deputy', 'cell', ['read', 'confirm']],
    ['cell_secretary', 'cell', ['read', 'confirm']],
    ['cell_secretary', 'sister', []],
    ['committee_secretary', 'grassroots', ['read', 'confirm']],
    ['unit_admin', 'grassroots', ['read']],
    ['organisation_dept', 'root', ['read', 'confirm', 'refuse']],
    ['tenant_admin', 'root', ['read', 'confirm', 'refuse']],
    ['editor', 'root', []],
  ]
  test.each(table)('%s at %s', async (role, at, allowed) => {
    const actor = await tenant.as(role, at === 'sister' ? sister : tenant.units[at])
    for (const [name, act] of Object.entries(acts)) {
      const { id } = await reported()
      const done = await act(actor, id).then(
        () => true,
        (error) => {
          expect(error).toMatchObject(gone)
          return false
        },
      )
      expect(`${name} ${done}`).toBe(`${name} ${allowed.includes(name)}`)
    }
  })
})

test('nobody confirms, settles or refuses the own case', async () => {
  const secretary = await tenant.as('cell_secretary')
  const { id } = await reportCard(secretary, { kind: 'damaged' })
  const own = { code: 'cards.own-case' }
  await expect(confirmCardCase(secretary, { caseId: id })).rejects.toMatchObject(own)
  const officer = await tenant.as('organisation_dept', tenant.units.root)
  await expect(recordCardCase(officer, { memberId: officer.actor.memberId, kind: 'lost' })).rejects.toMatchObject(own)
})

test('one case of a member is open at a time, also when two are reported at once', async () => {
  const owner = await asMember()
  const tries = Array.from({ length: 8 }, () => reportCard(owner, { kind: 'lost' }))
  const outcomes = await Promise.allSettled(tries)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'cards.already-open' })
  }
  const { caseId } = (await listOwnCases(owner)).cases[0]!
  await withdrawCardCase(owner, { caseId })
  await expect(withdrawCardCase(owner, { caseId })).rejects.toMatchObject({ code: 'cards.already-settled' })
  await expect(withdrawCardCase(await asMember(), { caseId })).rejects.toMatchObject(gone)
  await reportCard(owner, { kind: 'damaged' })
})

test('two cases settled at once with one number, however written: one gets it', async () => {
  const officer = await tenant.as('organisation_dept', tenant.units.root)
  const people = await Promise.all([tenant.make.member(), tenant.make.member()])
  const cases = []
  for (const { id } of people) cases.push(await makeCardCase(tenant.ctx, { memberId: id }))
  const forms = ['78.000002', '78 000002']
  const outcomes = await Promise.allSettled(
    cases.map(({ id }, index) => resolveCardCase(officer, { caseId: id, newCard: forms[index] })),
  )
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const refused = outcomes.find((outcome) => outcome.status === 'rejected')
  expect(refused?.reason).toMatchObject({ fields: { newCard: ['cards.number-taken'] } })
  const holders = await tenant.ctx.db.select().from(member).where(eq(member.cardNumber, '78.000002'))
  expect(holders).toHaveLength(1)
})

test('two officers settle one case once', async () => {
  const officers = [
    await tenant.as('organisation_dept', tenant.units.root),
    await tenant.as('tenant_admin', tenant.units.root),
  ]
  const { id } = await makeCardCase(tenant.ctx, { memberId: (await tenant.make.member()).id })
  const outcomes = await Promise.allSettled(
    officers.map((ctx, index) => resolveCardCase(ctx, { caseId: id, newCard: `79.00000${index}` })),
  )
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

test('a number that was given up is nobody else’s again, and its owner’s own to come back to', async () => {
  const [one, other] = [await tenant.make.member({ cardNumber: '80.000001' }), await tenant.make.member()]
  const settle = async (memberId: string, newCard: string) => {
    const { id } = await makeCardCase(tenant.ctx, { memberId })
    return resolveCardCase(tenant.ctx, { caseId: id, newCard })
  }
  await settle(one.id, '80.000002')
  await expect(settle(other.id, '80000001')).rejects.toMatchObject({
    fields: { newCard: ['cards.number-given-up'] },
  })
  await settle(one.id, '80.000001')
})

test('a number no scheme knows is refused, and a settled case may keep the number', async () => {
  const person = await tenant.make.member()
  const { id } = await makeCardCase(tenant.ctx, { memberId: person.id, kind: 'damaged' })
  await expect(resolveCardCase(tenant.ctx, { caseId: id, newCard: 'mười hai' })).rejects.toMatchObject({
    fields: { newCard: ['cards.card-format'] },
  })
  await resolveCardCase(tenant.ctx, { caseId: id, outcome: 'Cấp lại, giữ số' })
  const [kept] = await tenant.ctx.db.select().from(member).where(eq(member.id, person.id))
  expect(kept!.cardNumber).toBe(person.cardNumber)
})

test('people who share a number are found within the scope; beyond it nobody is named', async () => {
  const here = await tenant.make.member({ cardNumber: '81.000001' })
  const [row] = await tenant.ctx.db.select().from(member).where(eq(member.id, here.id))
  const { id: _id, sortName: _s, searchText: _t, foldedName: _f, ...copied } = row!
  const twin = { ...copied, id: crypto.randomUUID(), cardNumber: '81000001', phone: null, unitId: sister.id }
  await tenant.ctx.db.insert(member).values(twin)
  const secretary = await tenant.as('cell_secretary')
  expect(await listSharedNumbers(secretary)).toMatchObject([{ memberId: here.id }])
  const above = await listSharedNumbers(await tenant.as('committee_secretary', tenant.units.grassroots))
  expect(above.map(({ memberId }) => memberId).sort()).toEqual([here.id, twin.id].sort())
  expect(await findHolders(secretary, { search: '81.0000' })).toHaveLength(1)
  const { id } = await recordCardCase(secretary, { memberId: here.id, kind: 'duplicate', otherCard: '81000001' })
  expect(await caseOf(id)).toMatchObject({ status: 'confirmed', otherCard: '81000001' })
  await expect(recordCardCase(secretary, { memberId: twin.id, kind: 'lost' })).rejects.toMatchObject(gone)
})

test('the queue is filtered, counted and read page by page', async () => {
  const own = await createTestTenant()
  const officer = await own.as('organisation_dept', own.units.root)
  for (const [index, kind] of (['lost', 'damaged', 'lost'] as const).entries()) {
    const person = await own.make.member({ fullName: ['Đặng Thị Bưởi', 'Lê Văn Ổi', 'Phạm Thị Bưởi'][index]! })
    await makeCardCase(own.ctx, { memberId: person.id, kind })
    own.clock.advance(1)
  }
  const lost = await listCardCases(officer, { kind: 'lost' })
  expect(lost).toMatchObject({
    counts: { confirmed: 2 },
    cases: [{ name: 'Phạm Thị Bưởi' }, { name: 'Đặng Thị Bưởi' }],
  })
  const first = await listCardCases(officer, { size: 2 })
  const second = await listCardCases(officer, { size: 2, after: first.next })
  expect(second.cases.map(({ name }) => name)).toEqual(['Đặng Thị Bưởi'])
  expect((await listCardCases(officer, { search: 'le van oi' })).cases).toHaveLength(1)
  expect((await listCardCases(officer, { status: 'resolved' })).cases).toEqual([])
})

test('the list is printed as it is filtered, and the print audited', async () => {
  const own = await createTestTenant()
  const person = await own.make.member({ fullName: 'Đặng Thị Bưởi' })
  await makeCardCase(own.ctx, { memberId: person.id })
  const secretary = await own.as('cell_secretary')
  const read = async (input: Parameters<typeof printCases>[1]) => {
    const file = await printCases(secretary, input)
    return (await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true })).text
  }
  expect(await read({})).toContain('Đặng Thị Bưởi')
  expect(await read({ kind: 'damaged' })).not.toContain('Bưởi')
  const entries = await own.ctx.db.select().from(auditEntry).where(eq(auditEntry.action, 'cards.list-printed'))
  expect(entries.map(({ details }) => details.rows)).toEqual([1, 0])
})

test('the demonstration has a case in each stage', async () => {
  const own = await createTestTenant()
  for (let count = 0; count < 4; count++) await own.make.member()
  await demoCards(own.ctx)
  const rows = await own.ctx.db.select().from(cardCase)
  expect(rows.map(({ status }) => status).sort()).toEqual(['confirmed', 'confirmed', 'reported', 'resolved'])
})
