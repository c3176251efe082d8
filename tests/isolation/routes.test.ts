import { newId } from '@sotay/kernel'
import { auditEntry } from '@sotay/kernel/schema'
import { roleKeys } from '@sotay/tenant-config'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { sitePaths } from '../architecture/site-paths'
import { type Answer, ask } from '../harness/http-client'
import { type PeopledProvince, peopleProvince } from '../harness/province'
import { type Site, startSite } from '../harness/site'
import { cases } from './cases'

let site: Site
let here: PeopledProvince
let there: PeopledProvince
beforeAll(async () => {
  // Every role of every case takes its files: the day's limit is another test's.
  const files = { roster: { probationMonths: 12, exports: { rows: 1000, perDay: 1000 } } }
  ;[here, there] = await Promise.all([peopleProvince(files), peopleProvince(files)])
  site = await startSite(inject('sotaySettings'))
})
afterAll(() => site?.stop())

const get = (path: string, cookie?: string, host = here.host) => ask(site.port, { host, path, cookie })
const at = (path: string, id: string) => path.replace(/:\w+/, id)

/** What a reader sees, less what differs in every answer. */
const seen = ({ status, body }: Answer, id: string) => ({
  status,
  body: body.replace(/nonce="[^"]*"/g, '').replaceAll(id, 'ID'),
})

const routes = Object.entries(cases)
const permitted = (who: string, role: (typeof roleKeys)[number]) => {
  const audience = here.ctx.config.access.get(who)
  return audience === 'signed-in' || (typeof audience === 'object' && audience.has(role))
}

test('every route of the site has its case, and every case its route', () => {
  expect(Object.keys(cases).sort()).toEqual([...new Set(sitePaths())].sort())
})

describe('a stranger', () => {
  test.each(routes.filter(([, route]) => route.who !== 'public'))('%s asks him to sign in first', async (path) => {
    const answer = await get(at(path, newId()))
    expect(answer.status).toBe(303)
    expect(answer.headers.location).toMatch(/^\/dang-nhap/)
  })
})

describe.each(roleKeys)('%s', (role) => {
  test('opens what the configuration grants, and finds nothing else', async () => {
    for (const [path, { who, id, postOnly }] of routes) {
      if (who === 'public' || id || postOnly) continue
      const { status } = await get(path, here.people[role].cookie)
      const open = who === 'signed-in' || permitted(who, role)
      expect(`${path} ${status}`).toBe(`${path} ${open ? 200 : 404}`)
    }
  })

  test('cannot tell an id of another province from one that never was, reading or writing', async () => {
    for (const [path, { id }] of routes) {
      if (!id) continue
      const foreign = await id(there)
      const unknown = newId()
      const { cookie } = here.people[role]
      const [one, other] = await Promise.all([get(at(path, foreign), cookie), get(at(path, unknown), cookie)])
      expect(one.status).toBe(404)
      expect(seen(one, foreign)).toEqual(seen(other, unknown))
      const post = (target: string) =>
        ask(site.port, { host: here.host, path: at(path, target), cookie, form: { intent: 'x' } })
      const [write, miss] = await Promise.all([post(foreign), post(unknown)])
      expect([404, 405]).toContain(write.status)
      expect(seen(write, foreign)).toEqual(seen(miss, unknown))
    }
  })

  test('is nobody in another province (H2)', async () => {
    const answer = await get('/toi', there.people[role].cookie)
    expect(answer.status).toBe(303)
    expect((await get('/toi', there.people[role].cookie, there.host)).status).toBe(200)
  })
})

test('an id within the province but outside the scope is a 404 like any other', async () => {
  const { units, make } = here
  const grassroots = await make.unit({ parentId: units.root.id, level: 'grassroots' })
  const cell = await make.unit({ parentId: grassroots.id, level: 'cell', kind: 'cell' })
  const outside: PeopledProvince = {
    ...here,
    units: { ...units, grassroots, cell },
    make: { ...make, member: () => make.member({ unitId: cell.id }) },
  }
  for (const [path, { id, opener, leadsOn }] of routes) {
    if (!id || !opener) continue
    const { cookie } = here.people[opener]
    expect(`${path} ${(await get(at(path, await id(here)), cookie)).status}`).toBe(`${path} ${leadsOn ? 303 : 200}`)
    const other = await id(outside)
    const nobody = other.replace(/.{4}$/, 'ffff')
    const [one, unknown] = [await get(at(path, other), cookie), await get(at(path, nobody), cookie)]
    expect(`${path} ${one.status}`).toBe(`${path} 404`)
    expect(seen(one, other)).toEqual(seen(unknown, nobody))
    const post = (target: string) =>
      ask(site.port, { host: here.host, path: at(path, target), cookie, form: { intent: 'x' } })
    const [write, miss] = [await post(other), await post(nobody)]
    expect([404, 405]).toContain(write.status)
    expect(seen(write, other)).toEqual(seen(miss, nobody))
  }
})

describe('H15: a post to any route, with', () => {
  const own = () => `http://${here.host}:${site.port}`
  test.each<[string, () => Record<string, string>]>([
    ['a foreign Origin', () => ({ Origin: 'https://evil.example.com' })],
    ['the Origin of another province', () => ({ Origin: own().replace(here.host, there.host) })],
    ['a null Origin', () => ({ Origin: 'null' })],
    ['no Origin', () => ({})],
    ['its own Origin, sent by another site', () => ({ Origin: own(), 'Sec-Fetch-Site': 'cross-site' })],
  ])('%s, is 403 and writes nothing', async (_, headers) => {
    const acts = () => here.ctx.db.$count(auditEntry)
    const before = await acts()
    const { cookie } = here.people.tenant_admin
    for (const [path] of routes) {
      // A page's address, and the one its script posts to.
      for (const target of [at(path, newId()), `${at(path, newId())}.data`]) {
        const { status } = await ask(site.port, {
          host: here.host,
          path: target,
          method: 'POST',
          cookie,
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers() },
        })
        expect(`${path} ${status}`).toBe(`${path} 403`)
      }
    }
    expect(await acts()).toBe(before)
  })
})
