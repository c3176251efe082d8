import { article } from '@sotay/domain/schema'
import { verifyAuditChain } from '@sotay/kernel'
import { auditEntry, outbox } from '@sotay/kernel/schema'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ask } from '../harness/http-client'
import { type OwnServers, startOwnServers } from '../harness/own-servers'
import { type PeopledProvince, peopleProvince } from '../harness/province'
import { type Site, startSite } from '../harness/site'

const WRITERS = 4
const ENOUGH = 120

let servers: OwnServers
let province: PeopledProvince
let site: Site
beforeAll(async () => {
  servers = await startOwnServers(inject('sotaySettings'))
  province = await peopleProvince({}, servers.operations)
  site = await startSite(servers.settings)
}, 120_000)
afterAll(async () => {
  await site?.stop()
  await servers?.stop()
})

test('H43: of what was acknowledged while PostgreSQL was killed twice, all is kept and nothing is half done', async () => {
  const { cookie } = province.people.editor
  const acknowledged: string[] = []
  let writing = true
  const statuses = new Set<number>()
  const column = province.ctx.config.newsroom!.columns[0]!.key
  const unitId = province.units.grassroots.id
  const writer = async (name: number) => {
    for (let count = 0; writing; count++) {
      const form = { unitId, column, title: `Bài ${name}-${count}`, summary: 'Tóm tắt', body: 'Nội dung' }
      const answer = await ask(site.port, { host: province.host, path: '/toa-soan/moi', cookie, form }).catch(
        () => undefined,
      )
      if (answer) statuses.add(answer.status)
      const id = /[0-9a-f-]{36}$/.exec(String(answer?.headers.location ?? ''))?.[0]
      if (answer?.status === 303 && id) acknowledged.push(id)
    }
  }
  const writers = Array.from({ length: WRITERS }, (_, name) => writer(name))
  const acknowledgedAtLeast = async (wanted: number) => {
    while (acknowledged.length < wanted) await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await acknowledgedAtLeast(ENOUGH / 3)
  await servers.killDatabase()
  await acknowledgedAtLeast((ENOUGH / 3) * 2)
  await servers.killDatabase()
  await acknowledgedAtLeast(ENOUGH)
  writing = false
  await Promise.all(writers)

  // Saved, or “try again in a minute”: never an error that explains nothing.
  expect([...statuses].filter((status) => status !== 303 && status !== 503)).toEqual([])
  const { db } = province.ctx
  const kept = await db.select({ id: article.id }).from(article)
  const ids = new Set(kept.map((row) => row.id))
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
  // What was kept without an answer is whole all the same: each draft has its audit row, and no other has one.
  const audited = await db
    .select({ id: auditEntry.subjectId })
    .from(auditEntry)
    .where(eq(auditEntry.action, 'news.drafted'))
  expect(audited.map((row) => row.id).sort()).toEqual([...ids].sort())
  expect((await verifyAuditChain(province.ctx)).brokenAt).toBeNull()
}, 180_000)

test('H46: a code asked for while the worker is away waits in the outbox, once', async () => {
  const member = await province.make.member()
  const form = { cardNumber: member.cardNumber, phone: member.phone! }
  expect((await ask(site.port, { host: province.host, path: '/dang-ky', form })).status).toBe(303)
  const waiting = await province.ctx.db.select().from(outbox).where(eq(outbox.job, 'accounts.send-code'))
  expect(waiting).toHaveLength(1)
  expect(waiting[0]!.relayedAt).toBeNull()
})

test('readyz names the part that is away, and comes back with it', async () => {
  const answer = await fetch(`http://127.0.0.1:${site.port}/readyz`)
  // This suite runs no worker, so the queue's tables were never made.
  expect(answer.status).toBe(503)
  expect(await answer.json()).toEqual({ ok: false, failing: ['queue'] })
})
