import { makeAccount } from '@sotay/domain/accounts/factory'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import { readAgenda } from './agenda'
import { asMember, makeFileRequest } from './factory'
import { listFileRequests } from './list-file-requests'
import { readOwnDossier } from './read-own-dossier'
import { returnFileRequest } from './return-file-request'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await createTestTenant()
})

const cellOf = () => tenant.make.unit({ parentId: tenant.units.grassroots.id, level: 'cell', kind: 'cell' })
const names = (page: Awaited<ReturnType<typeof listFileRequests>>) => page.requests.map(({ name }) => name)

async function ask(unitId: string, fullName: string) {
  tenant.clock.set(new Date(tenant.clock.now().getTime() + 1000))
  const person = await tenant.make.member({ unitId, fullName })
  await makeFileRequest(tenant.ctx, person.id, { birthPlace: 'Nơi' })
  return person
}

test('oldest first, page by page without a gap; found by name without diacritics or by card', async () => {
  const cell = await cellOf()
  const people = []
  for (const name of ['Lê Ân', 'Đỗ Bưởi', 'Võ Cam']) people.push(await ask(cell.id, name))
  const secretary = await tenant.as('cell_secretary', cell)
  const first = await listFileRequests(secretary, { size: 2 })
  expect([names(first), first.total]).toEqual([['Lê Ân', 'Đỗ Bưởi'], 3])
  const second = await listFileRequests(secretary, { size: 2, after: first.next })
  expect([names(second), second.next]).toEqual([['Võ Cam'], undefined])
  expect(names(await listFileRequests(secretary, { search: 'do buoi' }))).toEqual(['Đỗ Bưởi'])
  expect(names(await listFileRequests(secretary, { search: people[2]!.cardNumber }))).toEqual(['Võ Cam'])
  expect(names(await listFileRequests(secretary, { search: '%' }))).toEqual([])
})

test('a committee is given those of cells without another secretary; the rest on demand', async () => {
  const [led, empty] = [await cellOf(), await cellOf()]
  const leader = await tenant.make.member({ unitId: led.id, fullName: 'Bí thư Chi' })
  const roles = [{ role: 'cell_secretary' as const, unitId: led.id, validFrom: '2020-01-01' }]
  await makeAccount(tenant.ctx, { memberId: leader.id, password: { hash: 'không dùng' }, roles })
  await makeFileRequest(tenant.ctx, leader.id, { birthPlace: 'Nơi' })
  await ask(led.id, 'Người Có Bí Thư')
  await ask(empty.id, 'Người Không Bí Thư')
  const committee = await tenant.as('committee_secretary', tenant.units.grassroots)
  const own = names(await listFileRequests(committee, { size: 50 }))
  expect(own).toEqual(expect.arrayContaining(['Bí thư Chi', 'Người Không Bí Thư']))
  expect(own).not.toContain('Người Có Bí Thư')
  expect(names(await listFileRequests(committee, { reach: 'all' }))).toContain('Người Có Bí Thư')
  const province = await tenant.as('committee_secretary', tenant.units.root)
  expect(names(await listFileRequests(province))).toEqual([])
  expect(names(await listFileRequests(province, { reach: 'all' }))).toContain('Bí thư Chi')
})

test('the agenda tells the secretary what waits, and the member what came back', async () => {
  const cell = await cellOf()
  const person = await ask(cell.id, 'Người Hỏi')
  const secretary = await tenant.as('cell_secretary', cell)
  const self = await asMember(tenant.ctx, person.id)
  const counts = async (ctx: typeof self) => (await readAgenda(ctx)).map(({ count }) => count)
  expect(await counts(secretary)).toEqual([1, 0])
  expect(await counts(self)).toEqual([0, 0])
  const [request] = (await listFileRequests(secretary)).requests
  await returnFileRequest(secretary, { ...request!, reason: 'Cần giấy tờ' })
  expect(await counts(secretary)).toEqual([0, 0])
  expect(await counts(self)).toEqual([0, 1])
  expect((await readOwnDossier(self)).request?.reason).toBe('Cần giấy tờ')
})
