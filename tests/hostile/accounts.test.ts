import { account, session } from '@sotay/domain/schema'
import { count, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { deliveredCode } from '../harness/delivered-code'
import { type Answer, ask } from '../harness/http-client'
import { type PeopledProvince, peopleProvince } from '../harness/province'
import { type Site, startSite } from '../harness/site'

let site: Site
let province: PeopledProvince
let there: PeopledProvince
beforeAll(async () => {
  ;[province, there] = await Promise.all([peopleProvince(), peopleProvince()])
  site = await startSite(inject('sotaySettings'))
})
afterAll(() => site?.stop())

const post = (path: string, form: Record<string, string>, cookie?: string) =>
  ask(site.port, { host: province.host, path, form, cookie })
const strip = (body: string) => body.replace(/nonce="[^"]*"/g, '')
const registrant = () => province.make.member()

/** Asks for a code and gives the address of the page that takes it. */
async function challenge(form: { cardNumber: string; phone: string }) {
  const answer = await post('/dang-ky', form)
  expect(answer.status).toBe(303)
  return String(answer.headers.location)
}

describe('one-time codes', () => {
  test('H20: five wrong codes burn it; the right one comes too late', async () => {
    const { cardNumber, phone } = await registrant()
    const page = await challenge({ cardNumber, phone: phone! })
    const code = (await deliveredCode(province))!
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 5; tries++) expect((await post(page, { code: wrong })).status).toBe(400)
    expect((await post(page, { code })).status).toBe(400)
  })

  test('H21: of fifty right codes at once exactly one passes, and one account comes of it', async () => {
    const member = await registrant()
    const page = await challenge({ cardNumber: member.cardNumber, phone: member.phone! })
    const code = (await deliveredCode(province))!
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(page, { code })))
    const passed = answers.filter((answer) => answer.status === 303)
    expect(passed).toHaveLength(1)
    const proof = passed[0]!.cookies.join('; ')
    const password = 'một mật khẩu đủ dài 2024'
    const chosen = await Promise.all(Array.from({ length: 5 }, () => post('/dang-ky/mat-khau', { password }, proof)))
    expect(chosen.filter((answer) => answer.headers.location === '/dang-ky/cho-phe-duyet')).toHaveLength(1)
    const [made] = await province.ctx.db.select({ rows: count() }).from(account).where(eq(account.memberId, member.id))
    expect(made!.rows).toBe(1)
  })

  test('H22: a code of one province opens nothing in another', async () => {
    const { cardNumber, phone } = await registrant()
    const page = await challenge({ cardNumber, phone: phone! })
    const code = (await deliveredCode(province))!
    const answer = await ask(site.port, { host: there.host, path: page, form: { code } })
    expect(answer.status).toBe(400)
    expect((await post(page, { code })).status).toBe(303)
  })

  test('H24: an unknown card, a wrong phone and a registered card are answered like a known one', async () => {
    const { cardNumber, phone } = await registrant()
    const registered = province.people.member
    const asked = [
      { cardNumber, phone: phone! },
      { cardNumber: '99.000001', phone: '0912345678' },
      { cardNumber, phone: '0912345678' },
      { cardNumber: registered.cardNumber, phone: registered.phone },
    ]
    const answers: Answer[] = []
    for (const form of asked) {
      const page = await challenge(form)
      answers.push(await ask(site.port, { host: province.host, path: page }))
      answers.push(await post(page, { code: '123' }))
    }
    const shapes = answers.map(({ status, body }) => `${status} ${strip(body).replace(/[0-9a-f-]{36}/g, 'ID')}`)
    expect(new Set(shapes.filter((_, index) => index % 2 === 0)).size).toBe(1)
    expect(new Set(shapes.filter((_, index) => index % 2 === 1)).size).toBe(1)
  })
})

describe('sign-in', () => {
  test('H24: an unknown card and a wrong password are one answer', async () => {
    const { cardNumber } = await province.person('member')
    const wrong = await post('/dang-nhap', { cardNumber, password: 'không đúng đâu' })
    const unknown = await post('/dang-nhap', { cardNumber: '99.000002', password: 'không đúng đâu' })
    expect(wrong.status).toBe(400)
    expect(unknown.status).toBe(400)
    expect(strip(unknown.body).replaceAll('99.000002', 'CARD')).toBe(strip(wrong.body).replaceAll(cardNumber, 'CARD'))
  })

  test('H14: a cookie planted before sign-in is not the one after it', async () => {
    const person = await province.person('member')
    const planted = `__Host-sid=${'a'.repeat(40)}`
    const answer = await post('/dang-nhap', { cardNumber: person.cardNumber, password: person.password }, planted)
    expect(answer.status).toBe(303)
    const own = answer.cookies.find((cookie) => cookie.startsWith('__Host-sid='))
    expect(own).toBeDefined()
    expect(own).not.toBe(planted)
    expect((await ask(site.port, { host: province.host, path: '/toi', cookie: planted })).status).toBe(303)
  })

  test('H13: a cookie for the parent domain has another name and is not read', async () => {
    const [, token] = province.people.member.cookie.split('=')
    const answer = await ask(site.port, {
      host: province.host,
      path: '/toi',
      cookie: `sid=${token}; Host-sid=${token}`,
    })
    expect(answer.status).toBe(303)
  })

  test('a sign-out ends the session on the server, not only in the browser', async () => {
    const { cookie, accountId } = await province.person('member')
    expect((await post('/dang-xuat', {}, cookie)).status).toBe(303)
    expect((await ask(site.port, { host: province.host, path: '/toi', cookie })).status).toBe(303)
    const [open] = await province.ctx.db.select({ rows: count() }).from(session).where(eq(session.accountId, accountId))
    expect(open!.rows).toBe(0)
  })

  test('a password is guessed a bounded number of times, then 429 with when to try again', async () => {
    const { cardNumber } = await province.person('member')
    const statuses: number[] = []
    for (let tries = 0; tries < 25 && statuses.at(-1) !== 429; tries++) {
      const answer = await post('/dang-nhap', { cardNumber, password: `sai ${tries}` })
      statuses.push(answer.status)
      if (answer.status === 429) expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    }
    expect(statuses.at(-1)).toBe(429)
  })
})
