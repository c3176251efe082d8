import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { memberChange } from '../members'
import { approveFileRequest, approveFileRequests } from './approve-file-request'
import { asMember, makeDossier, makeFileRequest, typedOver } from './factory'
import { listFileChanges } from './list-file-changes'
import { listFileRequests } from './list-file-requests'
import { loadFile } from './load-file'
import { readDossier } from './read-dossier'
import { readFileRequest } from './read-file-request'
import { readOwnDossier } from './read-own-dossier'
import { returnFileRequest } from './return-file-request'
import { reviseDossier } from './revise-dossier'
import { verifyDossier } from './verify-dossier'
import { withdrawFileRequest } from './withdraw-file-request'

let tenant: TestTenant
let secretary: Awaited<ReturnType<TestTenant['as']>>
beforeAll(async () => {
  tenant = await createTestTenant()
  secretary = await tenant.as('cell_secretary')
})

async function requested(wishes: Record<string, unknown>, values = {}) {
  const person = await tenant.make.member()
  await makeDossier(tenant.ctx, person.id, { birthPlace: 'Cũ', ...values })
  await makeFileRequest(tenant.ctx, person.id, wishes)
  const { requests } = await listFileRequests(secretary, { search: person.cardNumber })
  const { requestId, revision } = requests[0]!
  return { memberId: person.id, requestId, revision }
}
const valuesOf = async (memberId: string) => (await loadFile(tenant.ctx, memberId)).values
const revise = async (memberId: string, values: Record<string, unknown>) =>
  reviseDossier(secretary, { memberId, ...(await typedOver(tenant.ctx, memberId, values)) })

test('approved whole: the file holds it, the history says who, what and under which request', async () => {
  const { memberId, requestId, revision } = await requested({ birthPlace: 'Mới', health: 'Yếu' }, { health: 'Khỏe' })
  expect(await approveFileRequest(secretary, { requestId, revision })).toEqual({ approved: 2 })
  expect(await valuesOf(memberId)).toEqual({ birthPlace: 'Mới', health: 'Yếu' })
  const rows = await tenant.ctx.db.select().from(memberChange).where(eq(memberChange.requestId, requestId))
  expect(rows.map(({ field }) => field).sort()).toEqual(['dossier.birthPlace', 'dossier.health'])
  const { changes } = await listFileChanges(await asMember(tenant.ctx, memberId), { memberId })
  expect(changes.slice(0, 2).map(({ field, before, after }) => [field.key, before, after])).toEqual(
    expect.arrayContaining([
      ['birthPlace', 'Cũ', 'Mới'],
      ['health', 'Khỏe', 'Yếu'],
    ]),
  )
  expect(changes[0]).toMatchObject({ by: secretary.actor.name, requested: true })
  const seen = await listFileChanges(secretary, { memberId })
  const health = seen.changes.find(({ field }) => field.key === 'health')
  expect(health).toMatchObject({ masked: true, before: null, after: null })
  await expect(approveFileRequest(secretary, { requestId, revision })).rejects.toMatchObject({
    code: 'dossiers.not-awaiting',
  })
})

test('chosen fields are taken over; the rest goes back with a reason and can be sent again', async () => {
  const { memberId, requestId, revision } = await requested({ birthPlace: 'Mới', homeTown: 'Quê', ethnicity: 'Kinh' })
  const decide = (keys: string[], reason?: string) =>
    approveFileRequest(secretary, { requestId, revision, keys, reason })
  await expect(decide([])).rejects.toMatchObject({ fields: { keys: ['dossiers.nothing-chosen'] } })
  await expect(decide(['homeTown'])).rejects.toMatchObject({ fields: { reason: ['dossiers.reason-rest'] } })
  expect(await decide(['homeTown', 'otherNames'], 'Nơi sinh chưa rõ')).toEqual({ approved: 1 })
  expect(await valuesOf(memberId)).toEqual({ birthPlace: 'Cũ', homeTown: 'Quê' })
  const { request } = await readOwnDossier(await asMember(tenant.ctx, memberId))
  expect(request).toMatchObject({ status: 'returned', reason: 'Nơi sinh chưa rõ', keys: ['birthPlace', 'ethnicity'] })
})

test('the file moved under a request: untouched fields go through, a moved one only by who saw both', async () => {
  const { memberId, requestId, revision } = await requested(
    { birthPlace: 'Xin', cardIssuer: 'Nơi cấp' },
    { cardIssuer: 'Cấp cũ', cardIssuedOn: '2001-01-01' },
  )
  await revise(memberId, { cardIssuer: 'Chi bộ sửa', cardIssuedOn: '2002-02-02' })
  const { changes } = await readFileRequest(secretary, { requestId })
  expect(changes).toMatchObject([
    { key: 'birthPlace', moved: false },
    { key: 'cardIssuer', moved: true, before: 'Cấp cũ', now: 'Chi bộ sửa', after: 'Nơi cấp' },
  ])
  await expect(approveFileRequest(secretary, { requestId, revision })).rejects.toMatchObject({
    code: 'dossiers.request-moved',
  })
  expect(await valuesOf(memberId)).toMatchObject({ birthPlace: 'Cũ', cardIssuer: 'Chi bộ sửa' })
  const shown = Object.fromEntries(changes.map(({ key, mark }) => [key, mark]))
  await revise(memberId, { cardIssuer: 'Lại sửa' })
  await expect(approveFileRequest(secretary, { requestId, revision, shown })).rejects.toMatchObject({
    code: 'dossiers.request-moved',
  })
  const again = await readFileRequest(secretary, { requestId })
  const seen = Object.fromEntries(again.changes.map(({ key, mark }) => [key, mark]))
  await approveFileRequest(secretary, { requestId, revision, shown: seen })
  expect(await valuesOf(memberId)).toEqual({ birthPlace: 'Xin', cardIssuer: 'Nơi cấp', cardIssuedOn: '2002-02-02' })
})

test('a request the member changed, took back or had decided meanwhile is not decided unseen', async () => {
  const { memberId, requestId, revision } = await requested({ birthPlace: 'Một' })
  await makeFileRequest(tenant.ctx, memberId, { homeTown: 'Thêm' })
  const refused = { code: 'dossiers.request-revised' }
  await expect(approveFileRequest(secretary, { requestId, revision })).rejects.toMatchObject(refused)
  const reason = 'Chưa đúng giấy tờ'
  await expect(returnFileRequest(secretary, { requestId, revision, reason })).rejects.toMatchObject(refused)
  await withdrawFileRequest(await asMember(tenant.ctx, memberId))
  for (const act of [
    () => approveFileRequest(secretary, { requestId, revision: revision + 1 }),
    () => returnFileRequest(secretary, { requestId, revision: revision + 1, reason }),
    () => readFileRequest(secretary, { requestId }),
  ])
    await expect(act()).rejects.toMatchObject({ code: 'dossiers.not-awaiting' })
})

test('two officers at once: one decides, the other is told', async () => {
  const { memberId, requestId, revision } = await requested({ birthPlace: 'Mới' })
  const other = await tenant.as('cell_secretary')
  const outcomes = await Promise.allSettled([
    approveFileRequest(secretary, { requestId, revision }),
    approveFileRequest(other, { requestId, revision }),
    returnFileRequest(other, { requestId, revision, reason: 'Trả lại cùng lúc' }),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(1)
  const history = await tenant.ctx.db.select().from(memberChange).where(eq(memberChange.requestId, requestId))
  expect(history.length).toBe((await valuesOf(memberId)).birthPlace === 'Mới' ? 1 : 0)
})

test('many at a time: those that stand as they were seen, the others are counted', async () => {
  const [one, two, moved] = [
    await requested({ birthPlace: '1' }),
    await requested({ birthPlace: '2' }),
    await requested({ cardIssuer: '3' }),
  ]
  await revise(moved.memberId, { cardIssuer: 'Khác' })
  const stranger = await createTestTenant()
  const requests = [one, two, moved].map(({ requestId, revision }) => `${requestId}~${revision}`)
  const outcome = await approveFileRequests(secretary, { requests: [...requests, `${stranger.record.id}~1`] })
  expect(outcome).toEqual({ approved: 2, passedOver: 2 })
  expect((await valuesOf(moved.memberId)).cardIssuer).toBe('Khác')
})

test('nobody decides on their own request: it is the committee’s above', async () => {
  const cell = await tenant.make.unit({ parentId: tenant.units.grassroots.id, level: 'cell', kind: 'cell' })
  const person = await tenant.make.member({ unitId: cell.id })
  const self = await asMember(tenant.ctx, person.id)
  const office = { role: 'cell_secretary' as const, unitId: cell.id, path: cell.path }
  const acting = { ...self, actor: { ...self.actor, grants: [...self.actor.grants, office] } }
  await makeFileRequest(tenant.ctx, person.id, { birthPlace: 'Của bí thư' })
  const committee = await tenant.as('committee_secretary', tenant.units.grassroots)
  const { requests } = await listFileRequests(committee)
  const { requestId, revision } = requests.find(({ memberId }) => memberId === person.id)!
  expect((await listFileRequests(acting)).requests).toEqual([])
  await expect(approveFileRequest(acting, { requestId, revision })).rejects.toMatchObject({ kind: 'not-found' })
  await approveFileRequest(committee, { requestId, revision })
  const own = { memberId: person.id, ...(await typedOver(tenant.ctx, person.id, { cardIssuer: 'Tự ghi' })) }
  await expect(reviseDossier(acting, own)).rejects.toMatchObject({ code: 'dossiers.own-file' })
  await expect(verifyDossier(acting, { memberId: person.id, revision: 1 })).rejects.toMatchObject({
    code: 'dossiers.own-file',
  })
})

test('verified until the next change', async () => {
  const { memberId, requestId, revision } = await requested({ birthPlace: 'Mới' })
  const state = () => readDossier(secretary, { memberId })
  const before = await state()
  await verifyDossier(secretary, { memberId, revision: before.revision })
  expect((await state()).verifiedAt).toEqual(tenant.clock.now())
  await approveFileRequest(secretary, { requestId, revision })
  expect((await state()).verifiedAt).toBeNull()
  await expect(verifyDossier(secretary, { memberId, revision: before.revision })).rejects.toMatchObject({
    code: 'dossiers.file-moved',
  })
})
