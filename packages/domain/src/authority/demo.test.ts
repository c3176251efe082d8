import { createTestTenant } from '@sotay/testing'
import { expect, test } from 'vitest'
import { makeAccount } from '../accounts/factory'
import { demoAuthority } from './demo'
import { listDelegations } from './list-delegations'
import { listGrants } from './list-grants'
import { listGroups } from './list-groups'
import { listSeats } from './list-seats'
import { seatHistory } from './seat-history'

test('the demonstration gives the personas’ branch a seat with its history, a group, a delegation and an ending role', async () => {
  const { ctx, units, make } = await createTestTenant()
  for (let count = 0; count < 7; count++) await make.member()
  const holders = [
    ['unit_admin', units.grassroots.id],
    ['committee_secretary', units.grassroots.id],
    ['cell_secretary', units.cell.id],
  ] as const
  for (const [role, unitId] of holders) {
    const memberId = (await make.member({ fullName: `Người giữ ${role}` })).id
    const validFrom = '2023-01-01'
    await makeAccount(ctx, { memberId, password: { hash: 'không so sánh' }, roles: [{ role, unitId, validFrom }] })
  }
  await demoAuthority(ctx)
  const { seats } = await listSeats(ctx)
  expect(seats).toMatchObject([
    { custodian: 'Người giữ unit_admin', unitId: units.grassroots.id, validFrom: '2024-01-11' },
  ])
  const { custodies } = await seatHistory(ctx, { seatId: seats[0]!.id })
  expect(custodies.map(({ validFrom, validUntil, decisionNumber }) => [validFrom, validUntil, decisionNumber])).toEqual(
    [
      ['2024-01-11', null, '41-QĐ/CU'],
      ['2023-06-15', '2024-01-10', '08-QĐ/CU'],
    ],
  )
  expect(await listDelegations(ctx)).toMatchObject([
    { fromName: 'Người giữ committee_secretary', toName: 'Người giữ cell_secretary', state: 'current' },
  ])
  expect((await listGroups(ctx)).groups).toMatchObject([{ members: 3 }])
  expect((await listGrants(ctx, { state: 'expiring' })).total).toBe(1)
})

test('where nobody holds an office, the demonstration adds nothing', async () => {
  const { ctx } = await createTestTenant()
  await demoAuthority(ctx)
  expect((await listSeats(ctx)).total).toBe(0)
  expect((await listGroups(ctx)).groups).toEqual([])
})
