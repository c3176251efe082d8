import { grantWriting, openVisit } from '@sotay/domain/support'
import { makeVisit } from '@sotay/domain/support/factory'
import { newId, systemClock } from '@sotay/kernel'
import { auditEntry } from '@sotay/kernel/schema'
import { operationEntry } from '@sotay/tenancy/schema'
import { count, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { sitePaths } from '../architecture/site-paths'
import { ask } from '../harness/http-client'
import { type PeopledProvince, peopleProvince } from '../harness/province'
import { type Site, startSite } from '../harness/site'

let site: Site
let here: PeopledProvince
let there: PeopledProvince
beforeAll(async () => {
  ;[here, there] = await Promise.all([peopleProvince(), peopleProvince()])
  site = await startSite(inject('sotaySettings'))
})
afterAll(() => site?.stop())

const now = (province: PeopledProvince) => ({ ...province.ctx, clock: systemClock })
const visit = () => makeVisit(now(here), { ticket: 'P-26' })
const get = (path: string, cookie: string, host = here.host) => ask(site.port, { host, path, cookie })
const post = (path: string, cookie: string, form: Record<string, string>, host = here.host) =>
  ask(site.port, { host, path, cookie, form })
const paths = () => [...new Set(sitePaths())].map((path) => path.replace(/:\w+/g, newId()).replace('*', 'khong-co'))
const entries = async () => {
  const [row] = await here.ctx.db.select({ n: count() }).from(auditEntry)
  return row!.n
}

test('H26 every page of a visit names both, and signing out ends it for good', async () => {
  const { cookie } = await visit()
  for (const path of ['/', '/dang-vien', '/to-chuc', '/khong-co-trang-nay']) {
    const { body } = await get(path, cookie)
    expect(body, path).toContain('Người Trực Ban')
    expect(body, path).toContain('P-26')
  }
  const answer = await post('/dang-xuat', cookie, {})
  expect(answer.status).toBe(303)
  expect((await get('/dang-vien', cookie)).status).toBe(303)
})

test('H26 while reading only, no post of any route is let through, and each stands in the vendor’s trail', async () => {
  const { cookie, visitId } = await visit()
  const before = await entries()
  const asked = paths().filter((path) => !['/hien-thi', '/ho-tro/vao', '/dang-xuat'].includes(path))
  for (const path of asked) {
    const { status } = await post(path, cookie, { act: 'grant', intent: 'x', hours: '1' })
    expect(`${path} ${status}`).toBe(`${path} 403`)
  }
  expect(await entries()).toBe(before)
  const noted = await here.operations.platform
    .select({ details: operationEntry.details })
    .from(operationEntry)
    .where(eq(operationEntry.operation, 'visit.refused'))
  expect(noted.filter(({ details }) => details.visitId === visitId)).toHaveLength(asked.length)
})

test('H26 with the province’s leave a visitor still exports nothing, opens no file of a member and grants nothing', async () => {
  const { cookie } = await visit()
  await grantWriting({ ...now(here), actor: (await here.as('tenant_admin', here.units.root)).actor }, { hours: '1' })
  const member = await here.make.member()
  const closed = [
    '/toi',
    '/toi/mat-khau',
    `/dang-vien/ho-so/${member.id}`,
    '/dang-vien/ho-so/de-nghi',
    '/quan-tri/ho-tro',
    '/quan-tri/tai-khoan/danh-sach',
    '/to-chuc/bang.xlsx',
  ]
  for (const path of closed) {
    const { status } = await get(path, cookie)
    expect(`${path} ${status}`).toMatch(/ (403|404)$/)
  }
  const exported = await post('/dang-vien/xuat', cookie, { columns: 'fullName', format: 'xlsx' })
  expect(exported.headers['content-disposition']).toBeUndefined()
  for (const path of paths()) {
    const { headers } = await get(path, cookie)
    expect(headers['content-disposition'], path).toBeUndefined()
  }
  const account = here.people.member.accountId
  const acts: Record<string, string>[] = [{ act: 'reset-second-factor' }, { act: 'suspend', reason: 'thử quyền' }]
  for (const form of acts) {
    const { status } = await post(`/quan-tri/tai-khoan/${account}`, cookie, form)
    expect([400, 404, 405]).toContain(status)
  }
})

test('a visit’s cookie opens no other province, and a made-up one nobody', async () => {
  const { cookie } = await visit()
  expect((await get('/dang-vien', cookie, there.host)).status).toBe(303)
  expect((await get('/dang-vien', `__Host-visit=${'a'.repeat(43)}`)).status).toBe(303)
  expect((await get('/dang-vien', '__Host-visit=%00')).status).toBe(303)
})

test('the door takes a code once, of this province alone, and from its own page alone', async () => {
  const asked = { operatorName: 'Người Trực Ban', reason: 'Xem lỗi trang theo phiếu', ticket: 'P-27', minutes: 30 }
  const { code } = await openVisit(now(here), { ...asked, role: 'tenant_admin' }, 60)
  expect((await post('/ho-tro/vao', '', { code }, there.host)).status).toBe(400)
  const foreign = await ask(site.port, {
    host: here.host,
    path: '/ho-tro/vao',
    form: { code },
    headers: { Origin: 'http://ops.localhost' },
  })
  expect(foreign.status).toBe(403)
  const entered = await post('/ho-tro/vao', '', { code })
  expect(entered.status).toBe(303)
  const [cookie] = [entered.headers['set-cookie'] ?? []].flat()
  expect(cookie).toMatch(/^__Host-visit=[\w-]{43}; Max-Age=\d+; Path=\/; Secure; HttpOnly; SameSite=Strict$/)
  expect((await post('/ho-tro/vao', '', { code })).status).toBe(400)
})
