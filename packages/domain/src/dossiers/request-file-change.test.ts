import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import { asMember, makeDossier, typedOver } from './factory'
import { listFileRequests } from './list-file-requests'
import { loadFile } from './load-file'
import { readFileRequest } from './read-file-request'
import { readOwnDossier } from './read-own-dossier'
import { requestFileChange } from './request-file-change'
import { returnFileRequest } from './return-file-request'
import { withdrawFileRequest } from './withdraw-file-request'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await createTestTenant()
})

async function somebody(values = {}) {
  const person = await tenant.make.member()
  await makeDossier(tenant.ctx, person.id, { birthPlace: 'Nơi cũ', ...values })
  return asMember(tenant.ctx, person.id)
}
type Self = Awaited<ReturnType<typeof somebody>>

/** What the member's own page holds of some fields, with new values typed over them. */
async function typed(self: Self, values: Record<string, unknown>) {
  const { sections } = await readOwnDossier(self)
  const marks = sections.flatMap(({ fields }) => fields).map(({ key, mark }) => [key, mark] as const)
  return { fields: values, shown: Object.fromEntries(marks.filter(([key]) => Object.hasOwn(values, key))) }
}

const waiting = async (self: Self) => {
  const secretary = await tenant.as('cell_secretary')
  const { requests } = await listFileRequests(secretary)
  return { secretary, request: requests.find(({ memberId }) => memberId === self.actor.memberId) }
}

test('a draft is the member’s alone; sent, it waits with the cell; the file stands as it was', async () => {
  const self = await somebody()
  await requestFileChange(self, await typed(self, { birthPlace: 'Nơi mới' }))
  expect((await readOwnDossier(self)).request).toMatchObject({ status: 'draft', keys: ['birthPlace'] })
  expect((await waiting(self)).request).toBeUndefined()
  await requestFileChange(self, { ...(await typed(self, { homeTown: 'Quê mới' })), send: true })
  const { secretary, request } = await waiting(self)
  const { changes } = await readFileRequest(secretary, request!)
  expect(changes).toMatchObject([
    { key: 'birthPlace', before: 'Nơi cũ', now: 'Nơi cũ', after: 'Nơi mới', moved: false },
    { key: 'homeTown', before: null, after: 'Quê mới' },
  ])
  expect((await loadFile(tenant.ctx, self.actor.memberId)).values).toEqual({ birthPlace: 'Nơi cũ' })
})

test('one request per member: more wishes go into it, and a wish for what stands is taken out', async () => {
  const self = await somebody()
  await requestFileChange(self, { ...(await typed(self, { birthPlace: 'A', homeTown: 'B' })), send: true })
  const first = (await waiting(self)).request!
  await requestFileChange(self, await typed(self, { homeTown: 'C', ethnicity: 'Kinh' }))
  const second = (await waiting(self)).request!
  expect(second.requestId).toBe(first.requestId)
  expect(second.revision).toBeGreaterThan(first.revision)
  await requestFileChange(self, await typed(self, { birthPlace: 'Nơi cũ', homeTown: '', ethnicity: 'Kinh' }))
  expect((await readOwnDossier(self)).request).toMatchObject({ status: 'awaiting', keys: ['ethnicity'] })
  await requestFileChange(self, await typed(self, { ethnicity: '' }))
  expect((await readOwnDossier(self)).request).toBeNull()
  expect((await waiting(self)).request).toBeUndefined()
})

test('an emptied field is a change; nothing at all cannot be sent', async () => {
  const self = await somebody()
  await expect(requestFileChange(self, { send: true })).rejects.toMatchObject({
    fields: { '': ['dossiers.nothing-to-send'] },
  })
  await requestFileChange(self, { ...(await typed(self, { birthPlace: '  ' })), send: true })
  const { secretary, request } = await waiting(self)
  expect((await readFileRequest(secretary, request!)).changes).toMatchObject([{ before: 'Nơi cũ', after: null }])
})

test('sent back, it is mended and sent again with the reason gone; or dropped', async () => {
  const self = await somebody()
  await requestFileChange(self, { ...(await typed(self, { birthPlace: 'Sai' })), send: true })
  const { secretary, request } = await waiting(self)
  await returnFileRequest(secretary, { ...request!, reason: 'Chưa khớp giấy khai sinh' })
  const returned = await readOwnDossier(self)
  expect(returned.request).toMatchObject({ status: 'returned', reason: 'Chưa khớp giấy khai sinh' })
  await requestFileChange(self, await typed(self, { birthPlace: 'Đúng' }))
  expect((await readOwnDossier(self)).request).toMatchObject({ status: 'returned' })
  await requestFileChange(self, { send: true })
  expect((await readOwnDossier(self)).request).toMatchObject({ status: 'awaiting', reason: null })
  await withdrawFileRequest(self)
  expect((await readOwnDossier(self)).request).toBeNull()
  await expect(withdrawFileRequest(self)).rejects.toMatchObject({ code: 'dossiers.not-awaiting' })
})

test('bad values are refused by field and nothing is kept', async () => {
  const self = await somebody()
  const wrong = {
    birthPlace: 'x'.repeat(301),
    nationalIdIssuedOn: '2999-01-01',
    enlistedOn: '2001-02-30',
    relatives: [{ name: 'Ai', born: '13/1990' }],
    studies: [{ from: '09/2010', to: '06/2006' }],
    languages: Array.from({ length: 61 }, () => ({ language: 'x' })),
  }
  await expect(requestFileChange(self, await typed(self, wrong))).rejects.toMatchObject({
    fields: {
      'fields.birthPlace': ['dossiers.too-long'],
      'fields.nationalIdIssuedOn': ['dossiers.day'],
      'fields.enlistedOn': ['dossiers.day'],
      'fields.relatives[0].born': ['dossiers.month'],
      'fields.studies[0].to': ['dossiers.ends-early'],
      'fields.languages': ['dossiers.too-many-rows'],
    },
  })
  await expect(requestFileChange(self, { fields: { __proto: 1 }, shown: { toString: 'x' } })).rejects.toMatchObject({
    kind: 'invalid',
  })
  expect((await readOwnDossier(self)).request).toBeNull()
})

test('text is cleaned; months are written one way; foreign columns and empty rows are left out', async () => {
  const self = await somebody()
  const rows = [{}, { from: '9-1985', post: ' Thợ\u0000  máy\u202e ', secret: 'x' }, 'text', { post: '' }]
  await requestFileChange(self, { ...(await typed(self, { workHistory: rows, birthPlace: 'Huế'.normalize('NFD') })) })
  const fields = (await readOwnDossier(self)).sections.flatMap((section) => section.fields)
  const proposed = (key: string) => fields.find((field) => field.key === key)?.proposed?.value
  expect(proposed('workHistory')).toEqual([{ from: '09/1985', post: 'Thợ máy' }])
  expect(proposed('birthPlace')).toBe('Huế'.normalize('NFC'))
})

test('a choice is among what the configuration lists, and free text where it lists nothing', async () => {
  const options = [{ key: 'so-cap', name: 'Sơ cấp' }]
  const listed = await createTestTenant({
    roster: {
      probationMonths: 12,
      exports: { rows: 10, perDay: 5 },
      fileChoices: [
        { field: 'politicalTheory', options },
        { field: 'disciplines.form', options: [{ key: 'khien-trach', name: 'Khiển trách' }] },
      ],
    },
  })
  const self = await asMember(listed.ctx, (await listed.make.member()).id)
  const wish = async (values: Record<string, unknown>) =>
    requestFileChange(self, await typedOver(listed.ctx, self.actor.memberId, values))
  await expect(wish({ politicalTheory: 'Tự xưng' })).rejects.toMatchObject({
    fields: { 'fields.politicalTheory': ['dossiers.choice'] },
  })
  await expect(wish({ disciplines: [{ form: 'Tự đặt' }] })).rejects.toMatchObject({
    fields: { 'fields.disciplines[0].form': ['dossiers.choice'] },
  })
  await wish({ politicalTheory: 'so-cap', ethnicity: 'Hrê' })
})

test('two windows of one member: different fields both stay, the same field is refused with nothing lost', async () => {
  const self = await somebody()
  const one = await typed(self, { birthPlace: 'Cửa sổ một', homeTown: '' })
  const two = await typed(self, { birthPlace: 'Nơi cũ', homeTown: 'Cửa sổ hai' })
  const three = await typed(self, { birthPlace: 'Cửa sổ ba' })
  await Promise.all([requestFileChange(self, one), requestFileChange(self, two)])
  await expect(requestFileChange(self, three)).rejects.toMatchObject({ code: 'dossiers.field-moved' })
  const fields = (await readOwnDossier(self)).sections.flatMap((section) => section.fields)
  const proposed = (key: string) => fields.find((field) => field.key === key)?.proposed?.value
  expect([proposed('birthPlace'), proposed('homeTown')]).toEqual(['Cửa sổ một', 'Cửa sổ hai'])
})
