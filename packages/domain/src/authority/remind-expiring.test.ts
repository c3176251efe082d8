import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeEach, expect, test } from 'vitest'
import { makeAccount } from '../accounts/factory'
import { noticesIn } from '../accounts/testing'
import { changeGrant } from './change-grant'
import { makeSeat } from './factory'
import { grantRole } from './grant-role'
import { remindExpiring } from './remind-expiring'

let tenant: TestTenant
beforeEach(async () => {
  tenant = await createTestTenant()
})

const run = () =>
  remindExpiring.handler(tenant.actingAs({ kind: 'job', job: remindExpiring.name }), {}, { sendText: async () => {} })
const days = (count: number) => tenant.clock.advance(count * 24 * 60)
const told = async (memberId: string) => (await noticesIn(tenant.ctx, memberId)).map(({ text }) => text)

async function holder() {
  const { id: memberId } = await tenant.make.member()
  await makeAccount(tenant.ctx, { memberId, password: { hash: 'never compared' } })
  return memberId
}

test('a holder is told once, the configured days before, of every role and seat that ends', async () => {
  const memberId = await holder()
  const { grassroots, cell } = tenant.units
  const role = { memberIds: [memberId], role: 'cell_deputy', unitId: cell.id }
  const { grantIds } = await grantRole(tenant.ctx, { ...role, validUntil: '2024-02-10' })
  await makeSeat(tenant.ctx, { unitId: grassroots.id, memberId, validUntil: '2024-02-08' })
  await run()
  expect(await told(memberId)).toEqual([])
  days(28)
  await Promise.all([run(), run()])
  await run()
  expect(await told(memberId)).toEqual([
    expect.stringContaining('2 vai trò, vị trí của đồng chí sắp hết hạn, sớm nhất là hết ngày 08/02/2024'),
  ])
  await changeGrant(tenant.ctx, { grantId: grantIds[0]!, validUntil: '2024-03-01' })
  days(20)
  await run()
  expect(await told(memberId)).toHaveLength(2)
})

test('who has no account, and roles without end or over, are nobody to tell', async () => {
  const [without, open] = [(await tenant.make.member()).id, await holder()]
  const at = { role: 'cell_deputy', unitId: tenant.units.cell.id }
  await grantRole(tenant.ctx, { ...at, memberIds: [without], validUntil: '2024-01-15' })
  await grantRole(tenant.ctx, { ...at, memberIds: [open] })
  await run()
  expect([await told(without), await told(open)]).toEqual([[], []])
})
