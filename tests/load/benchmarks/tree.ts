import { roleGrant } from '@sotay/domain/accounts'
import { readTree, unit } from '@sotay/domain/organisation'
import { type MemberActor, newId, type TenantContext } from '@sotay/kernel'
import { createTenant } from '@sotay/operations'
import { isNull, sql } from 'drizzle-orm'
import type { Bench, Benchmark, Measurement } from '../benchmark'
import type { Instance } from '../instance'
import { keepPages } from '../keep-pages'
import { median, significant } from '../median'
import { comparedQueries, LEAST_RATIO, startBare, startSite, warm } from '../page-benchmark'
import { pages } from '../pages'
import { peopleProvince, provinceFolder } from '../provinces'
import { startSender } from '../send-burst'
import type { Server } from '../start-process'
import { openSessions, type Visitor } from '../visitors'

const SLUG = 'tinh-cay'
const MEMBERS = 150_000
const OFFICERS = 8
const CONNECTIONS = 8
/** The page is a heavy one: fewer requests than of a light page run through all of it. */
const WARM_REQUESTS = 300
const DAY = '2024-01-01'
const MOST_AS_OF = 1.5
const CALLS = 20

/** The tree's first paint for an officer of the whole province, and what another day costs against today. */
export const benchmark: Benchmark = {
  async run(bench) {
    const instance = await bench.instance()
    const { ctx, visitors } = await gather(bench, instance)
    const queries = await comparedQueries(instance, 'tree', visitors)
    return [queries, await firstPaint(bench, instance, visitors), await asOf(bench, ctx)]
  },
}

async function gather(bench: Bench, instance: Instance): Promise<{ ctx: TenantContext; visitors: Visitor[] }> {
  const { operations } = instance
  bench.say(`1 province of ${MEMBERS} members`)
  if (!operations.directory.bySlug(SLUG)) await createTenant(operations, (await provinceFolder(SLUG)).configuration)
  await peopleProvince(instance, SLUG, MEMBERS)
  await operations.owner(operations.settings.database).sql.unsafe('vacuum analyze')
  const visitors = await openSessions(instance, [SLUG], OFFICERS)
  const ctx = await operations.directory.context(operations.directory.bySlug(SLUG)!, { actor: operations.actor })
  return { ctx: await appoint(ctx, visitors), visitors }
}

/** Makes the visitors officers of the province's own committee. @returns the context of one of them */
async function appoint(ctx: TenantContext, visitors: Visitor[]): Promise<TenantContext> {
  const [root] = await ctx.db.select().from(unit).where(isNull(unit.parentId))
  const hashes = visitors.map(({ sessionHash }) => sessionHash)
  const held = { role: 'unit_admin' as const, unitId: root!.id, validFrom: '2020-01-01', grantedBy: 'bench' }
  const people = await ctx.db.execute<{ memberId: string }>(sql`
    select account.member_id as "memberId" from session join account on account.id = session.account_id
    where session.id = any(string_to_array(${hashes.join(',')}, ','))`)
  await ctx.db.insert(roleGrant).values(people.map(({ memberId }) => ({ id: newId(), memberId, ...held })))
  const place = { unitId: root!.id, path: root!.path }
  const who = { accountId: newId(), memberId: newId(), sessionId: newId(), name: 'bench', unitName: root!.name }
  const actor: MemberActor = { kind: 'member', ...who, ...place, grants: [{ role: held.role, ...place }] }
  return { ...ctx, actor }
}

async function firstPaint(bench: Bench, instance: Instance, visitors: Visitor[]): Promise<Measurement> {
  const { path } = pages.tree
  const site = await startSite(instance, bench.profile)
  const bare = await startBare(instance, 'tree', await keepPages(site.port, path, visitors))
  const sender = startSender()
  const send = ({ port }: Server) =>
    sender.send({ port, path, visitors, connections: CONNECTIONS, seconds: bench.seconds })
  const rounds: { ofSite: Awaited<ReturnType<typeof send>>; ofBare: Awaited<ReturnType<typeof send>> }[] = []
  try {
    for (const server of [site, bare]) await warm(() => send(server), WARM_REQUESTS)
    for (let round = 1; round <= bench.rounds; round++) {
      rounds.push({ ofSite: await send(site), ofBare: await send(bare) })
      bench.say(`${path}: round ${round} of ${bench.rounds}`)
    }
  } finally {
    sender.stop()
    await Promise.all([site.stop(), bare.stop()])
  }
  const middle = (pick: (round: (typeof rounds)[number]) => number) => significant(median(rounds.map(pick)))
  const ratio = middle(({ ofSite, ofBare }) => ofSite.perSecond / ofBare.perSecond)
  const bareRate = middle(({ ofBare }) => ofBare.perSecond)
  return {
    case: `first paint, ${MEMBERS.toLocaleString('en')} members`,
    value: middle(({ ofSite }) => ofSite.perSecond),
    unit: 'requests/s',
    ratio,
    against: `bare node:http: ${bareRate} requests/s, p99 ${middle(({ ofBare }) => ofBare.p99)} ms`,
    target: `ratio ≥ ${LEAST_RATIO}`,
    ok: ratio >= LEAST_RATIO,
    lost: rounds.reduce((sum, { ofSite, ofBare }) => sum + ofSite.lost + ofBare.lost, 0),
    p50: middle(({ ofSite }) => ofSite.p50),
    p99: middle(({ ofSite }) => ofSite.p99),
  }
}

/** Both ways asked in turn, so that whatever else the machine does falls on both. */
async function asOf(bench: Bench, ctx: TenantContext): Promise<Measurement> {
  const took = async (day?: string) => {
    const start = performance.now()
    await readTree(ctx, { day })
    return performance.now() - start
  }
  // PostgreSQL plans a prepared query anew for its first five runs.
  for (let call = 0; call < 8; call++) await Promise.all([took(), took(DAY)])
  const [today, then]: [number[], number[]] = [[], []]
  for (let call = 0; call < CALLS * bench.rounds; call++) {
    today.push(await took())
    then.push(await took(DAY))
  }
  const [now, past] = [median(today), median(then)]
  return {
    case: `as of ${DAY} against today`,
    value: significant(past),
    unit: 'ms',
    ratio: significant(now / past),
    against: `today: ${significant(now)} ms`,
    target: `at most ${MOST_AS_OF} times today`,
    ok: past <= MOST_AS_OF * now,
  }
}
