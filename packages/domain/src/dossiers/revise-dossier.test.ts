import { makeAccount } from '@sotay/domain/accounts/factory'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import { makeDossier, typedOver } from './factory'
import { loadFile } from './load-file'
import { readDossier } from './read-dossier'
import { reviseDossier } from './revise-dossier'

let tenant: TestTenant
let secretary: Awaited<ReturnType<TestTenant['as']>>
beforeAll(async () => {
  tenant = await createTestTenant()
  secretary = await tenant.as('cell_secretary')
})

async function somebody(account = true) {
  const { id } = await tenant.make.member()
  if (account) await makeAccount(tenant.ctx, { memberId: id, password: { hash: 'không dùng' } })
  await makeDossier(tenant.ctx, id, { cardIssuer: 'Cũ', introducers: [{ name: 'Một', post: 'Hai' }] })
  return id
}
const typed = (memberId: string, values: Record<string, unknown>) => typedOver(tenant.ctx, memberId, values)
const valuesOf = async (memberId: string) => (await loadFile(tenant.ctx, memberId)).values

test('the cell’s own fields hold at once; saving what stands changes nothing', async () => {
  const memberId = await somebody()
  const same = { cardIssuer: 'Cũ', introducers: [{ post: 'Hai', name: 'Một' }] }
  expect(await reviseDossier(secretary, { memberId, ...(await typed(memberId, same)) })).toEqual({ changed: 0 })
  expect((await readDossier(secretary, { memberId })).revision).toBe(1)
  const next = { cardIssuer: 'Mới', introducers: [], disciplines: [{ on: '2010', form: 'Khiển trách' }] }
  expect(await reviseDossier(secretary, { memberId, ...(await typed(memberId, next)) })).toEqual({ changed: 3 })
  expect(await valuesOf(memberId)).toEqual({
    cardIssuer: 'Mới',
    disciplines: [{ on: '2010', form: 'Khiển trách' }],
  })
})

test('a member’s fields are theirs to ask for; only who has no account is written for', async () => {
  const [withAccount, without] = [await somebody(), await somebody(false)]
  const wish = { birthPlace: 'Do chi bộ ghi' }
  await expect(
    reviseDossier(secretary, { memberId: withAccount, ...(await typed(withAccount, wish)) }),
  ).rejects.toMatchObject({ kind: 'not-found' })
  expect((await readDossier(secretary, { memberId: withAccount })).may).toMatchObject({ keepForMember: false })
  expect((await readDossier(secretary, { memberId: without })).may).toMatchObject({ keepForMember: true })
  await reviseDossier(secretary, { memberId: without, ...(await typed(without, wish)) })
  expect(await valuesOf(without)).toMatchObject(wish)
})

test('two officers at once: different fields merge, the same field is refused and nothing is lost', async () => {
  const memberId = await somebody()
  const other = await tenant.as('organisation_dept', tenant.units.root)
  const forms = await Promise.all([
    typed(memberId, { cardIssuer: 'Người một', cardIssuedOn: '' }),
    typed(memberId, { cardIssuer: 'Cũ', cardIssuedOn: '2001-02-03' }),
    typed(memberId, { cardIssuer: 'Người ba', confirmationPlace: 'Đảng ủy' }),
  ])
  await Promise.all([
    reviseDossier(secretary, { memberId, ...forms[0]! }),
    reviseDossier(other, { memberId, ...forms[1]! }),
  ])
  expect(await valuesOf(memberId)).toMatchObject({ cardIssuer: 'Người một', cardIssuedOn: '2001-02-03' })
  await expect(reviseDossier(other, { memberId, ...forms[2]! })).rejects.toMatchObject({
    code: 'dossiers.field-moved',
    fields: { 'fields.cardIssuer': { code: 'dossiers.stands', params: { value: 'Người một' } } },
  })
  expect(await valuesOf(memberId)).not.toHaveProperty('confirmationPlace')
  // The page that comes back carries what stands now: saved again, it is a decision.
  const again = { ...forms[2]!, shown: (await typed(memberId, forms[2]!.fields)).shown }
  await reviseDossier(other, { memberId, ...again })
  expect(await valuesOf(memberId)).toMatchObject({ cardIssuer: 'Người ba', confirmationPlace: 'Đảng ủy' })
})

test('both came to the same end: no quarrel', async () => {
  const memberId = await somebody()
  const form = await typed(memberId, { cardIssuer: 'Cùng ý' })
  await reviseDossier(secretary, { memberId, ...form })
  expect(await reviseDossier(secretary, { memberId, ...form })).toEqual({ changed: 0 })
})
