import { request } from 'node:http'
import { connect } from 'node:net'
import { article } from '@sotay/domain/schema'
import { resumeTenant, suspendTenant } from '@sotay/operations'
import { count } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ask } from '../harness/http-client'
import { type PeopledProvince, peopleProvince } from '../harness/province'
import { type Site, startSite } from '../harness/site'

let site: Site
let province: PeopledProvince
let other: PeopledProvince
beforeAll(async () => {
  ;[province, other] = await Promise.all([peopleProvince(), peopleProvince()])
  site = await startSite(inject('sotaySettings'))
})
afterAll(() => site?.stop())

const drafts = async () => (await province.ctx.db.select({ rows: count() }).from(article))[0]!.rows
const draft = () => ({
  unitId: province.units.root.id,
  column: province.ctx.config.newsroom!.columns[0]!.key,
  title: 'Bài thử',
  summary: 'Tóm tắt',
  body: 'Nội dung',
})

describe('H3: a host of no province', () => {
  test.each(['evil.example.com', 'localhost', '127.0.0.1', 'quang ngai', 'a'.repeat(300)])(
    '%s is 404',
    async (host) => {
      const answer = await ask(site.port, { host, path: '/', headers: { Host: host } }).catch(() => ({ status: 400 }))
      expect([400, 404]).toContain(answer.status)
    },
  )

  test('is answered before any query: also while the database is away from this process', async () => {
    const blind = await startSite(inject('sotaySettings'))
    const { sql } = province.operations.owner(inject('sotaySettings').database)
    // This process alone: other suites' sites run against the same server.
    const name = `sotay-web-${blind.process.pid}`
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = ${name}`
    const answer = await ask(blind.port, { host: 'evil.example.com', path: '/tin-tuc' })
    expect(answer.status).toBe(404)
    await blind.stop()
  })
})

describe('H4: forwarded headers', () => {
  const forwarded = () => ({
    'X-Forwarded-Host': other.host,
    'X-Forwarded-Proto': 'https',
    'X-Forwarded-For': '9.9.9.9',
  })

  test('of a stranger are not believed: neither the host nor the scheme', async () => {
    const answer = await ask(site.port, { host: province.host, path: '/', headers: forwarded() })
    expect(answer.body).toContain(province.ctx.config.name)
    expect(answer.body).not.toContain(other.ctx.config.name)
    expect(answer.headers['strict-transport-security']).toBeUndefined()
  })

  test('of a trusted proxy are', async () => {
    const behind = await startSite(inject('sotaySettings'), { SOTAY_TRUSTED_PROXIES: '127.0.0.1' })
    const answer = await ask(behind.port, { host: province.host, path: '/', headers: forwarded() })
    expect(answer.body).toContain(other.ctx.config.name)
    expect(answer.headers['strict-transport-security']).toBeDefined()
    await behind.stop()
  })
})

describe('H7: a province named by the request itself', () => {
  const named = () => ({ tenant_id: other.record.id, tenantId: other.record.id, tenant: other.record.slug })

  test('in the query is not listened to', async () => {
    const { body } = await ask(site.port, { host: province.host, path: `/?${new URLSearchParams(named())}` })
    expect(body).toContain(province.ctx.config.name)
    expect(body).not.toContain(other.ctx.config.name)
  })

  test('in a form is not listened to: what is written stands in the province of the host', async () => {
    const before = await drafts()
    const form = { ...draft(), unitId: province.units.grassroots.id, ...named() }
    const { cookie } = province.people.editor
    const answer = await ask(site.port, { host: province.host, path: '/toa-soan/moi', cookie, form })
    expect(answer.status).toBe(303)
    expect(await drafts()).toBe(before + 1)
    expect((await other.ctx.db.select({ rows: count() }).from(article))[0]!.rows).toBe(0)
  })
})

describe('H15: a post from elsewhere', () => {
  const origins: [string, Record<string, string>][] = [
    ['a foreign Origin', { Origin: 'https://evil.example.com' }],
    ['another province', { Origin: 'OTHER' }],
    ['a null Origin', { Origin: 'null' }],
    ['no Origin', {}],
    ['the right Origin, sent by another site', { Origin: 'OWN', 'Sec-Fetch-Site': 'cross-site' }],
  ]
  const paths = ['/toa-soan/moi', '/toa-soan/moi.data', '/dang-xuat', '/hien-thi', '/tin-tuc/x/am-thanh', '/không-có']

  test.each(origins)('%s is 403 on pages and resource routes, and writes nothing', async (_, headers) => {
    const before = await drafts()
    const sent = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        value
          .replace('OTHER', `http://${other.host}:${site.port}`)
          .replace('OWN', `http://${province.host}:${site.port}`),
      ]),
    )
    for (const path of paths) {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
        const answer = await ask(site.port, {
          host: province.host,
          path: encodeURI(path),
          method,
          cookie: province.people.editor.cookie,
          headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...sent },
        })
        expect(`${method} ${path} ${answer.status}`).toBe(`${method} ${path} 403`)
      }
    }
    expect(await drafts()).toBe(before)
  })

  test('the page’s own post goes through', async () => {
    const before = await drafts()
    const { cookie } = province.people.editor_in_chief
    const answer = await ask(site.port, {
      host: province.host,
      path: '/toa-soan/moi',
      cookie,
      form: { ...draft(), unitId: province.units.grassroots.id },
    })
    expect(answer.status).toBe(303)
    expect(await drafts()).toBe(before + 1)
  })
})

describe('H41: an endless or a slow sender', () => {
  const flood = () =>
    new Promise<number>((resolve, reject) => {
      const { host, people } = province
      const headers = {
        Host: host,
        Origin: `http://${host}`,
        Cookie: people.editor.cookie,
        'Transfer-Encoding': 'chunked',
      }
      const sent = request(
        { host: '127.0.0.1', port: site.port, path: '/toa-soan/moi', method: 'POST', headers },
        (answer) => {
          answer.resume()
          resolve(answer.statusCode ?? 0)
          sent.destroy()
        },
      )
      sent.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'EPIPE' || error.code === 'ECONNRESET' ? resolve(413) : reject(error),
      )
      const chunk = Buffer.alloc(1024 * 1024, 'a')
      let left = 100
      const push = () => {
        while (left-- > 0) if (!sent.write(chunk)) return void sent.once('drain', push)
        sent.end()
      }
      push()
    })

  test('a body of 100 MB is 413, declared or not, and others are served meanwhile', async () => {
    const declared = ask(site.port, {
      host: province.host,
      path: '/toa-soan/moi',
      method: 'POST',
      cookie: province.people.editor.cookie,
      headers: { Origin: `http://${province.host}:${site.port}`, 'Content-Length': String(100 * 1024 * 1024) },
    }).catch(() => ({ status: 413 }))
    const [status, page] = await Promise.all([flood(), ask(site.port, { host: province.host, path: '/' })])
    expect(status).toBe(413)
    expect((await declared).status).toBe(413)
    expect(page.status).toBe(200)
  })

  test('a header that never ends keeps nobody waiting', async () => {
    const slow = Array.from({ length: 50 }, () => {
      const socket = connect(site.port, '127.0.0.1')
      socket.on('error', () => {})
      socket.write(`GET / HTTP/1.1\r\nHost: ${province.host}\r\nX-Slow: `)
      return socket
    })
    const page = await ask(site.port, { host: province.host, path: '/' })
    expect(page.status).toBe(200)
    for (const socket of slow) socket.destroy()
  })
})

test('every answer carries its headers, and no page may be kept', async () => {
  for (const path of [
    '/',
    '/dang-nhap',
    '/khong-co',
    '/sw.js',
    '/manifest.webmanifest',
    '/brand/theme.css',
    '/brand/x',
  ]) {
    const { headers } = await ask(site.port, { host: province.host, path })
    expect(headers['content-security-policy']).toBeDefined()
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['set-cookie']).toBeUndefined()
  }
  const page = await ask(site.port, { host: province.host, path: '/toi', cookie: province.people.member.cookie })
  expect(page.headers['cache-control']).toBe('private, no-store')
  expect(page.headers['content-security-policy']).not.toContain('unsafe')
})

test('a suspended province answers 503 in its own brand, and nothing else', async () => {
  const { operations, record, host, people } = other
  await suspendTenant(operations, record.slug, 'thử')
  await expect
    .poll(async () => (await ask(site.port, { host, path: '/toi', cookie: people.member.cookie })).status, {
      timeout: 10_000,
    })
    .toBe(503)
  const page = await ask(site.port, { host, path: '/' })
  expect(page.body).toContain(other.ctx.config.brand.app)
  expect(page.headers['retry-after']).toBeDefined()
  expect((await ask(site.port, { host, path: '/brand/theme.css' })).status).toBe(200)
  await resumeTenant(operations, record.slug)
  await expect.poll(async () => (await ask(site.port, { host, path: '/' })).status, { timeout: 10_000 }).toBe(200)
})
