import { roleGrant } from '@sotay/domain/accounts'
import { unit } from '@sotay/domain/organisation'
import { type MemberActor, newId, type TenantContext } from '@sotay/kernel'
import { createTenant } from '@sotay/operations'
import { isNull, sql } from 'drizzle-orm'
import type { Bench, Measurement } from './benchmark'
import type { Instance } from './instance'
import { keepPages } from './keep-pages'
import { median, significant } from './median'
import { LEAST_RATIO, startBare, startSite, warm } from './page-benchmark'
import { type PageName, pages } from './pages'
import { peopleProvince, provinceFolder } from './provinces'
import { startSender } from './send-burst'
import type { Server } from './start-process'
import { openSessions, type Visitor } from './visitors'

const OFFICERS = 8
const CONNECTIONS = 8
/** An officer's page is a heavy one: fewer requests than of a light page run through all of it. */
const WARM_REQUESTS = 300

/** A large province with officers of its own committee signed in, and the context of one of them. */
export async function gatherOfficers(bench: Bench, instance: Instance, slug: string, members: number) {
  const { operations } = instance
  bench.say(`1 province of ${members} members`)
  if (!operations.directory.bySlug(slug)) await createTenant(operations, (await provinceFolder(slug)).configuration)
  await peopleProvince(instance, slug, members)
  const visitors = await openSessions(instance, [slug], OFFICERS)
  const ctx = await operations.directory.context(operations.directory.bySlug(slug)!, { actor: operations.actor })
  return { ctx, officer: await appoint(ctx, visitors), visitors }
}

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

/** An officer's page against a handler that asks the same queries and sends the same bytes. */
export async function againstBareHandler(
  bench: Bench,
  instance: Instance,
  page: PageName,
  { visitors, label }: { visitors: Visitor[]; label: string },
): Promise<Measurement> {
  const { path } = pages[page]
  const site = await startSite(instance, bench.profile)
  const bare = await startBare(instance, page, await keepPages(site.port, path, visitors))
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
    case: label,
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
