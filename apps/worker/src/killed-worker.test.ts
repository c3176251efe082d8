import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { requestCode } from '@sotay/domain/accounts'
import { makeMember } from '@sotay/domain/members/factory'
import { unit } from '@sotay/domain/organisation'
import { makeUnit } from '@sotay/domain/organisation/factory'
import type { TenantContext } from '@sotay/kernel'
import { sentMessage } from '@sotay/tenancy/schema'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildWorker, openInstallation, type RunningWorker, startBuiltWorker } from './testing-installation'

let installation: Awaited<ReturnType<typeof openInstallation>>
let entry: string
let worker: RunningWorker

beforeAll(async () => {
  entry = await buildWorker()
  installation = await openInstallation('giet-thu')
  worker = await startBuiltWorker(entry, installation.env)
}, 120_000)
afterAll(async () => {
  await worker?.end('SIGKILL')
  await installation?.close()
  await rm(dirname(entry), { recursive: true, force: true })
}, 60_000)

/** Asks for a code for each person; an answer lost with the connection is asked for no more. @returns keys acknowledged */
async function askForCodes(ctx: TenantContext, count: number, between: (asked: number) => Promise<void>) {
  const operator = await installation.operations.directory.context(installation.record, {
    actor: installation.operations.actor,
  })
  const [root] = await ctx.db.select().from(unit)
  const home = await makeUnit(operator, { parentId: root!.id, level: 'cell', kind: 'cell' })
  const people = []
  for (let n = 0; n < count; n++) people.push(await makeMember(operator, { unitId: home.id }))
  const acknowledged: string[] = []
  for (const [n, { cardNumber, phone }] of people.entries()) {
    const asked = requestCode(ctx, { purpose: 'registration', cardNumber, phone: phone!, address: `198.51.100.${n}` })
    await asked.then(({ challengeId }) => acknowledged.push(`accounts.code:${challengeId}`)).catch(() => delay(200))
    await between(n)
  }
  return acknowledged
}

const sentKeys = async () =>
  (await installation.operations.platform.select({ key: sentMessage.key }).from(sentMessage)).map((row) => row.key)

/** Lets the time pass that the queue gives a dead worker, and a pause between tries. */
const passTime = () =>
  installation.operations.platform
    .execute(sql`update queue.job set started_on = started_on - interval '1 hour', start_after = start_after - interval '1 hour'
      where state in ('active', 'retry')`)
    .catch(() => {})

test('each acknowledged request sends one text, though worker and database are killed in between (H43, H44)', async () => {
  const { operations, record } = installation
  const ctx = await operations.directory.context(record, { actor: { kind: 'anonymous' } })
  const acknowledged = await askForCodes(ctx, 60, async (asked) => {
    if (asked === 10 || asked === 40) {
      await worker.end('SIGKILL')
      worker = await startBuiltWorker(entry, installation.env)
    }
    if (asked === 25) await installation.killDatabase()
  })
  expect(acknowledged.length).toBeGreaterThan(50)
  const missing = async () => {
    const sent = await sentKeys().catch((): string[] => [])
    return acknowledged.filter((key) => !sent.includes(key))
  }
  const end = Date.now() + 90_000
  while ((await missing()).length > 0 && Date.now() < end) {
    await passTime()
    await delay(500)
  }
  expect(await missing()).toEqual([])
  expect(worker.child.exitCode).toBeNull()
  // The key is the message's primary key: a second sending under it would have failed its job.
  const [dead] = await operations.platform.execute(
    sql`select count(*)::int as n from queue.job where name = 'dead-letter'`,
  )
  expect(dead).toEqual({ n: 0 })
}, 150_000)

test('its state names the part that is away, and it ends by itself when asked to', async () => {
  const state = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${worker.port}${path}`)
    return [answer.status, await answer.text()] as const
  }
  expect(await state('/healthz')).toEqual([200, '{"ok":true}'])
  expect(await state('/readyz')).toEqual([200, '{"ok":true}'])
  const [status, metrics] = await state('/metrics')
  expect(status).toBe(200)
  expect(metrics).toMatch(/^sotay_job_seconds_count\{.*job="accounts.send-code".*outcome="done".*\} [1-9]/m)
  expect(worker.lines.join('\n')).not.toMatch(/09\d{8}|"code":"\d{6}"/)
  await installation.stopStore()
  expect(await state('/readyz')).toEqual([503, '{"ok":false,"failing":["store"]}'])
  expect(await worker.end('SIGTERM')).toBe(0)
})
