import type { TenantContext } from '@sotay/kernel'
import { createTestTenant, type TestTenant, testConfiguration } from '@sotay/testing'
import { beforeEach, expect, test } from 'vitest'
import { approveAccount } from './approve-account'
import { makeAccount } from './factory'
import { remindApprovers } from './remind-approvers'
import { delegation } from './schema'
import { noticesIn } from './testing'

let tenant: TestTenant
let job: TenantContext
beforeEach(async () => {
  tenant = await createTestTenant()
  job = tenant.actingAs({ kind: 'job', job: remindApprovers.name })
})

const run = (ctx = job) => remindApprovers.handler(ctx, {}, { sendText: async () => {} })
const hours = (count: number) => tenant.clock.advance(count * 60)

async function officer(role: 'committee_secretary' | 'unit_admin', of = tenant) {
  const ctx = await of.as(role, of.units.grassroots)
  const roles = [{ role, unitId: of.units.grassroots.id }]
  await makeAccount(of.ctx, { memberId: ctx.actor.memberId, password: { hash: 'never compared' }, roles })
  return ctx
}

async function awaiting(of = tenant) {
  const { id } = await of.make.member()
  const given = { memberId: id, password: { hash: 'never compared' }, status: 'awaiting_approval' as const }
  return makeAccount(of.ctx, given)
}

test('who approves is told once a day how many have waited too long, however often the job runs', async () => {
  const secretary = await officer('committee_secretary')
  const administrator = await officer('unit_admin')
  const told = () => noticesIn(tenant.ctx, secretary.actor.memberId)
  const waiting = await awaiting()
  await awaiting()
  await run()
  expect(await told()).toEqual([])
  hours(3 * 24 + 1)
  await awaiting()
  await Promise.all([run(), run()])
  await run()
  expect(await told()).toMatchObject([{ text: expect.stringContaining('Có 2 đăng ký') }])
  expect(await noticesIn(tenant.ctx, administrator.actor.memberId)).toHaveLength(1)
  hours(24)
  await approveAccount(secretary, waiting)
  await run()
  const [, today] = await told()
  expect(today!.text).toContain('Có 1 đăng ký')
})

test('a delegate is told while the delegation lasts; who is restricted, elsewhere or without office is not', async () => {
  const secretary = await officer('committee_secretary')
  const delegate = await tenant.as('member')
  const [ended, stranger] = [await tenant.as('member'), await tenant.as('cell_secretary')]
  const handed = { unitId: tenant.units.grassroots.id, fromMemberId: secretary.actor.memberId }
  const period = { validFrom: '2024-01-01', validUntil: '2024-12-31' }
  await tenant.ctx.db.insert(delegation).values([
    { id: crypto.randomUUID(), toMemberId: delegate.actor.memberId, ...handed, ...period },
    { id: crypto.randomUUID(), toMemberId: ended.actor.memberId, ...handed, ...period, endedAt: new Date(0) },
  ])
  await awaiting()
  hours(4 * 24)
  await run()
  const count = async ({ actor }: { actor: { memberId: string } }) =>
    (await noticesIn(tenant.ctx, actor.memberId)).length
  expect(await Promise.all([secretary, delegate, ended, stranger].map(count))).toEqual([1, 1, 0, 0])
})

test('a reminder does not leave beyond the province’s daily cap', async () => {
  const { accounts } = testConfiguration('thu')
  const small = await createTestTenant({ accounts: { ...accounts, codes: { ...accounts.codes, perTenantPerDay: 1 } } })
  const officers = [await officer('committee_secretary', small), await officer('unit_admin', small)]
  await awaiting(small)
  small.clock.advance(4 * 24 * 60)
  await run(small.actingAs({ kind: 'job', job: remindApprovers.name }))
  const sent = []
  for (const { actor } of officers) sent.push(...(await noticesIn(small.ctx, actor.memberId)))
  expect(sent).toHaveLength(1)
})
