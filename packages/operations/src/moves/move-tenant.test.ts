import { modules } from '@sotay/domain'
import { member } from '@sotay/domain/members'
import { makeMember } from '@sotay/domain/members/factory'
import type { EmbeddedPostgres } from '@sotay/embedded'
import { newId, type TenantContext } from '@sotay/kernel'
import { outbox } from '@sotay/kernel/schema'
import { type Directory, openDirectory } from '@sotay/tenancy'
import { createTestTenant, type OwnInstallation, ownInstallation, type TestTenant } from '@sotay/testing'
import { count, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { acceptTenant } from './accept-tenant'
import { addServer } from './add-server'
import { mendHold } from './mend-hold'
import { moveTenant } from './move-tenant'

const KEY = 'may-2'
let own: OwnInstallation
let second: EmbeddedPostgres
let other: Directory
let tenant: TestTenant

beforeAll(async () => {
  own = await ownInstallation()
  const { operations } = own
  second = await own.anotherServer()
  await addServer(operations, { key: KEY, host: '127.0.0.1', port: second.port, database: 'sotay' })
  const { settings, store } = operations
  other = await openDirectory({ settings, manifests: modules, store, application: 'another-process' })
  tenant = await createTestTenant({}, operations)
  for (let n = 0; n < 20; n++) await tenant.make.member()
}, 120_000)
afterAll(async () => {
  await other?.close()
  await own?.close()
}, 60_000)

interface Writer {
  acknowledged: string[]
  failures: unknown[]
  longestMs: number
  stop(): Promise<void>
}

/** Writes one row after another, each in a transaction, as a process does that notices nothing. */
function startWriting(context: () => Promise<Pick<TenantContext, 'db'>>): Writer {
  let stopped = false
  const writer: Writer = { acknowledged: [], failures: [], longestMs: 0, stop: async () => {} }
  const loop = async () => {
    while (!stopped) {
      const id = newId()
      const start = performance.now()
      const { db } = await context()
      try {
        await db.transaction(async (tx) => {
          await tx.execute(sql`select count(*) from unit`)
          const now = new Date()
          await tx.insert(outbox).values({ id, job: 'probe', input: {}, createdAt: now, dueAt: now, relayedAt: now })
        })
        writer.acknowledged.push(id)
      } catch (error) {
        writer.failures.push(error)
      }
      writer.longestMs = Math.max(writer.longestMs, performance.now() - start)
    }
  }
  const running = Promise.all([loop(), loop()])
  writer.stop = async () => {
    stopped = true
    await running
  }
  return writer
}

const written = async () => {
  const { operations, record } = tenant
  await operations.directory.refresh()
  const { db } = await operations.directory.context(operations.directory.byId(record.id)!, { actor: operations.actor })
  return new Set((await db.select({ id: outbox.id }).from(outbox)).map(({ id }) => id))
}

test('what differs at the target sends everything back: nothing moved, nothing lost, nothing left', async () => {
  const { operations, record } = tenant
  const target = operations.owner({ host: '127.0.0.1', port: second.port, database: 'sotay' })
  const writer = startWriting(async () => tenant.ctx)
  const onProgress = (done: number, all: number) => {
    if (all > 0 && done === all) void target.sql.unsafe(`delete from "${record.schema}".unit_version`).then(() => {})
  }
  await expect(moveTenant(operations, record.slug, { to: KEY, onProgress })).rejects.toMatchObject({
    code: 'operations.copy-differs',
  })
  await writer.stop()
  expect(writer.failures).toEqual([])
  expect(operations.directory.byId(record.id)?.placement).toBe('default')
  const there = await written()
  expect(writer.acknowledged.filter((id) => !there.has(id))).toEqual([])
  const [left] = await target.sql.unsafe(`select (select count(*) from pg_subscription)::int as subscriptions,
    (select count(*) from pg_namespace where nspname = '${record.schema}')::int as schemas`)
  expect(left).toEqual({ subscriptions: 0, schemas: 0 })
  const slots = await operations.owner(record.server).sql`select 1 from pg_replication_slots`
  expect(slots).toHaveLength(0)
}, 120_000)

test('a province moves while two processes write: no acknowledged write is lost, none is refused', async () => {
  const { operations, record } = tenant
  const here = startWriting(async () => tenant.ctx)
  const there = startWriting(() => other.context(other.byId(record.id)!, { actor: { kind: 'job', job: 'probe' } }))
  const moved = await moveTenant(operations, record.slug, { to: KEY })
  await new Promise((resolve) => setTimeout(resolve, 500))
  await Promise.all([here.stop(), there.stop()])
  console.info('moved', moved, 'longest write', Math.round(Math.max(here.longestMs, there.longestMs)), 'ms')
  expect([...here.failures, ...there.failures]).toEqual([])
  expect(here.acknowledged.length).toBeGreaterThan(10)
  expect(there.acknowledged.length).toBeGreaterThan(10)
  const kept = await written()
  expect([...here.acknowledged, ...there.acknowledged].filter((id) => !kept.has(id))).toEqual([])
  expect(operations.directory.byId(record.id)).toMatchObject({ placement: KEY, server: { port: second.port } })
  expect(moved.pauseMs).toBeLessThan(4_000)
  // Sequences were carried, and the old place takes no one in.
  await makeMember(tenant.ctx, { unitId: tenant.units.cell.id })
  expect((await tenant.ctx.db.select({ n: count() }).from(member))[0]?.n).toBe(21)
  const [login] = await operations
    .owner(operations.settings.database)
    .sql.unsafe(`select rolcanlogin as open from pg_roles where rolname = '${record.schema}'`)
  expect(login).toEqual({ open: false })
  expect(await acceptTenant(operations, record.slug)).toEqual([moved.aside])
  const left = await operations
    .owner(operations.settings.database)
    .sql.unsafe(
      `select 1 from pg_namespace where nspname ~ '${record.schema}' union all select 1 from pg_roles where rolname = '${record.schema}'`,
    )
  expect(left).toHaveLength(0)
}, 180_000)

test('a hold whose holder died is mended by the next round', async () => {
  const { operations, record } = await createTestTenant({}, own.operations)
  await operations.owner(record.server).sql.unsafe(`alter role "${record.schema}" nologin`)
  await mendHold(operations, record)
  const [login] = await operations
    .owner(record.server)
    .sql.unsafe(`select rolcanlogin as open from pg_roles where rolname = '${record.schema}'`)
  expect(login).toEqual({ open: true })
})
