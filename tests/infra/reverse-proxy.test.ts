import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type ReverseProxy, startCaddy } from '../harness/caddy'
import { type Ask, ask, askOverTls } from '../harness/http-client'
import { type PeopledProvince, peopleProvince } from '../harness/province'
import { type Site, startSite } from '../harness/site'

const CODES_AN_HOUR = 3

let sites: Site[]
let proxy: ReverseProxy
let province: PeopledProvince
let host: string
beforeAll(async () => {
  province = await peopleProvince()
  host = province.record.domains[0]!
  const behind = { SOTAY_TRUSTED_PROXIES: '127.0.0.1' }
  sites = await Promise.all([1, 2].map(() => startSite(inject('sotaySettings'), behind)))
  proxy = await startCaddy(sites.map(({ port }) => port))
})
afterAll(async () => {
  await proxy?.stop()
  await Promise.all(sites?.map((site) => site.stop()) ?? [])
})

const visit = (asked: Ask) => askOverTls(proxy.port, asked)

test('a name of ours gets a certificate of its own and its province', async () => {
  const page = await visit({ host, path: '/' })
  expect(page.status).toBe(200)
  expect(page.body).toContain(province.ctx.config.name)
  expect(page.headers['strict-transport-security']).toBeDefined()
})

test('a name that is not ours gets no certificate, and a suffix of this machine none either', async () => {
  for (const stranger of ['evil.example.com', `${province.record.slug}.localhost`]) {
    await expect(visit({ host: stranger, path: '/' })).rejects.toThrow()
  }
})

test('the question for certificates is the proxy’s alone', async () => {
  const path = `/tls/ask?domain=${host}`
  const [site] = sites as [Site]
  expect((await ask(site.port, { host: '127.0.0.1', path })).status).toBe(200)
  expect((await ask(site.port, { host: '127.0.0.1', path: '/tls/ask?domain=evil.example.com' })).status).toBe(404)
  expect((await visit({ host, path })).body).toContain('<html')
  const alone = await startSite(inject('sotaySettings'))
  expect((await ask(alone.port, { host: '127.0.0.1', path })).status).toBe(404)
  await alone.stop()
})

test('somebody signs in through it, and is known to both processes behind it', async () => {
  const { cardNumber, password } = province.people.member
  const answer = await visit({ host, path: '/dang-nhap', form: { cardNumber, password } })
  expect(answer.status).toBe(303)
  const cookie = answer.cookies.join('; ')
  for (let turn = 0; turn < 4; turn++) expect((await visit({ host, path: '/toi', cookie })).status).toBe(200)
})

test('a form from another page is refused', async () => {
  const headers = { Origin: 'https://evil.example.com' }
  const answer = await visit({ host, path: '/dang-nhap', form: { cardNumber: '1', password: '2' }, headers })
  expect(answer.status).toBe(403)
})

test('forwarded headers of a visitor are dropped: neither another province nor another address', async () => {
  const { accounts } = province.ctx.config
  const codes = { ...accounts.codes, perAddressPerHour: CODES_AN_HOUR }
  const other = await peopleProvince({ accounts: { ...accounts, codes } })
  const page = await visit({ host, path: '/', headers: { 'X-Forwarded-Host': other.record.domains[0]! } })
  expect(page.body).not.toContain(other.ctx.config.name)
  const statuses: number[] = []
  for (let n = 0; n <= CODES_AN_HOUR; n++) {
    const form = { cardNumber: `99.00000${n}`, phone: `090000000${n}` }
    const headers = { 'X-Forwarded-For': `203.0.113.${n}` }
    statuses.push((await visit({ host: other.record.domains[0]!, path: '/dang-ky', form, headers })).status)
  }
  expect(statuses.at(-1)).toBe(429)
  expect(statuses.slice(0, -1)).not.toContain(429)
})

test('pages are compressed here', async () => {
  const page = await visit({ host, path: '/', headers: { 'Accept-Encoding': 'gzip' } })
  expect(page.headers['content-encoding']).toBe('gzip')
})

test('one process that dies takes no request with it', async () => {
  const statuses: number[] = []
  const visits = (async () => {
    for (let turn = 0; turn < 40; turn++) statuses.push((await visit({ host, path: '/dang-nhap' })).status)
  })()
  await sites[1]!.stop()
  await visits
  expect(new Set(statuses)).toEqual(new Set([200]))
})
