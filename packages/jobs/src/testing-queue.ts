import {
  defineJob,
  defineModule,
  enqueue,
  type JobDefinition,
  newId,
  type Schedule,
  type TenantContext,
  transaction,
} from '@sotay/kernel'
import { PLATFORM_ROLE, rolePassword, type Settings } from '@sotay/tenancy'
import type { TestTenant } from '@sotay/testing'
import { z } from 'zod'
import type { Log } from './log'
import { openQueue } from './open-queue'
import type { Provinces } from './provinces'

export const silent: Log = { info() {}, warn() {}, error() {} }

/** A job of its own queue, so that suites on one server do not take each other's work. */
export function testJob(handler: (ctx: TenantContext, input: { n: number }) => Promise<void> = async () => {}) {
  const input = z.object({ n: z.number() })
  return { input, definition: defineJob({ name: `test.j${newId().slice(-12)}`, input, handler }) }
}

/** A module that is always on and has these jobs. */
export const moduleWith = (jobs: JobDefinition[], schedules: Schedule[] = []) =>
  defineModule({
    key: 'organisation',
    core: true,
    dependsOn: [],
    permissions: {},
    nav: [],
    jobs,
    schedules,
    auditActions: [],
  })

export function openTestQueue({ database: { host, port, database }, secret }: Settings, jobs: JobDefinition[]) {
  const connection = { host, port, database, user: PLATFORM_ROLE, password: rolePassword(secret, PLATFORM_ROLE) }
  return openQueue({ connection, schema: 'queue', jobs, log: silent })
}

export function provincesOf(tenants: TestTenant[], suspended = new Set<TestTenant>()): Provinces {
  return {
    list: () => tenants.map((tenant) => ({ id: tenant.record.id, active: !suspended.has(tenant) })),
    context: async ({ id }, job, key) => {
      const found = tenants.find((tenant) => tenant.record.id === id)!
      return { ...found.actingAs({ kind: 'job', job }), requestId: key }
    },
  }
}

/** Leaves `count` rows in a province's outbox. @returns their keys */
export const leave = (ctx: TenantContext, job: ReturnType<typeof testJob>, count: number): Promise<string[]> =>
  transaction(ctx, async (tx) =>
    Array.from({ length: count }, (_, n) => enqueue(tx, { name: job.definition.name, input: job.input }, { n })),
  )

/** Waits until `done` says so. @throws after 90 s */
export async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 90_000
  while (!(await done())) {
    if (Date.now() > end) throw new Error('did not come about')
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
