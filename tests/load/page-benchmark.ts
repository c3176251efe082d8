import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ask } from '../harness/http-client'
import type { BarePlan } from './bare-plan'
import type { Bench, Benchmark, Measurement } from './benchmark'
import { countQueries } from './count-queries'
import type { Instance } from './instance'
import { keepPages } from './keep-pages'
import { median, significant } from './median'
import { type PageName, pages } from './pages'
import { makeProvinces, peopleProvince } from './provinces'
import { type BurstResult, startSender } from './send-burst'
import { type Server, startServer } from './start-process'
import { openSessions, type Visitor } from './visitors'

const CONNECTIONS = 16
/** Sessions in use, whatever the number of provinces they are spread over. */
const SESSIONS = 64
const [FEW, MANY] = [2_000, 150_000]
const WARM_REQUESTS = 4_000
const WARM_PATIENCE_MS = 60_000
export const LEAST_RATIO = 0.13
const LEAST_FLATNESS = 0.85

const ground = { label: '1 province', provinces: 1, members: FEW }
const cases = [
  ground,
  { label: '16 provinces', provinces: 16, members: FEW },
  { label: '64 provinces', provinces: 64, members: FEW },
  { label: '150,000 members', provinces: 1, members: MANY },
]

interface Taken {
  site: BurstResult
  bare: BurstResult
}

/** A signed-in member's page, against a handler that asks the same queries and sends the same bytes. */
export const pageBenchmark = (page: PageName): Benchmark => ({
  async run(bench) {
    const instance = await bench.instance()
    const { path } = pages[page]
    const crowds = await gather(bench, instance)
    const everybody = crowds.flat()
    const queries = await comparedQueries(instance, page, everybody)
    const site = await startSite(instance, bench.profile)
    const bare = await startBare(instance, page, await keepPages(site.port, path, everybody))
    const rounds: Taken[][] = []
    const sender = startSender()
    const send = ({ port }: Server, visitors: Visitor[]) =>
      sender.send({ port, path, visitors, connections: CONNECTIONS, seconds: bench.seconds })
    try {
      for (const server of [site, bare]) await warm(() => send(server, everybody))
      for (let round = 1; round <= bench.rounds; round++) {
        const taken: Taken[] = []
        for (const crowd of crowds) taken.push({ site: await send(site, crowd), bare: await send(bare, crowd) })
        rounds.push(taken)
        bench.say(`${path}: round ${round} of ${bench.rounds}`)
      }
    } finally {
      sender.stop()
      await Promise.all([site.stop(), bare.stop()])
    }
    return [queries, ...cases.map((_, index) => againstBare(rounds, index)), ...flatness(rounds)]
  },
})

/**
 * Requests until V8 has compiled what they run through, however slow the machine: a burst may be over before a cold page
 * has answered once.
 */
export async function warm(burst: () => Promise<BurstResult>, requests = WARM_REQUESTS): Promise<void> {
  const patience = performance.now() + WARM_PATIENCE_MS
  for (let sent = 0; sent < requests; ) {
    const { answered, lost } = await burst()
    const hopeless = answered === 0 && (lost > 0 || (sent === 0 && performance.now() > patience))
    if (hopeless) throw new Error(`no request was answered, ${lost} failed`)
    sent += answered
  }
}

/** The provinces of each case with their sessions. */
async function gather(bench: Bench, instance: Instance): Promise<Visitor[][]> {
  const most = Math.max(...cases.map((entry) => entry.provinces))
  bench.say(`${most + 1} provinces of ${FEW} members, the last of ${MANY}`)
  const slugs = await makeProvinces(instance, most + 1)
  const large = slugs.slice(-1)
  for (const slug of slugs) await peopleProvince(instance, slug, large.includes(slug) ? MANY : FEW)
  await instance.operations.owner(instance.operations.settings.database).sql.unsafe('vacuum analyze')
  const crowds: Visitor[][] = []
  for (const { provinces, members } of cases) {
    const asked = members === MANY ? large : slugs.slice(0, provinces)
    crowds.push(await openSessions(instance, asked, Math.ceil(SESSIONS / asked.length)))
  }
  return crowds
}

export function startSite(instance: Instance, profile?: string): Promise<Server> {
  const flags = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
  return startServer(instance, join(import.meta.dirname, 'site/server/index.js'), { flags })
}

export async function startBare(instance: Instance, page: PageName, visitors: BarePlan['visitors']): Promise<Server> {
  const file = join(instance.folder, 'bare-plan.json')
  await writeFile(file, JSON.stringify({ page, visitors } satisfies BarePlan))
  return startServer(instance, join(import.meta.dirname, 'bare-handler.js'), { args: [file] })
}

export async function comparedQueries(instance: Instance, page: PageName, everybody: Visitor[]): Promise<Measurement> {
  const { path } = pages[page]
  const [visitor] = everybody as [Visitor]
  const slug = visitor.host.split('.')[0]!
  let kept: BarePlan['visitors'] = []
  const visit = async ({ port }: Server) => {
    kept = await keepPages(port, path, [visitor])
  }
  const site = await countQueries(instance, slug, () => startSite(instance), visit)
  const bare = await countQueries(
    instance,
    slug,
    () => startBare(instance, page, kept),
    ({ port }) => ask(port, { ...visitor, path }),
  )
  const held = { ratio: significant(bare / site), against: `bare handler: ${bare}`, target: 'the same number' }
  return { case: 'queries per page', value: site, unit: 'queries', ...held, ok: site === bare }
}

const each = (rounds: Taken[][], index: number, pick: (taken: Taken) => number): number[] =>
  rounds.map((taken) => pick(taken[index]!))

function againstBare(rounds: Taken[][], index: number): Measurement {
  const middle = (pick: (taken: Taken) => number) => significant(median(each(rounds, index, pick)))
  const ratio = middle(({ site, bare }) => site.perSecond / bare.perSecond)
  const bareRate = middle(({ bare }) => bare.perSecond)
  const { label, members } = cases[index]!
  return {
    case: members === FEW ? `${label} of ${FEW.toLocaleString('en')} members` : `1 province of ${label}`,
    value: middle(({ site }) => site.perSecond),
    unit: 'requests/s',
    ratio,
    against: `bare node:http: ${bareRate} requests/s, p99 ${middle(({ bare }) => bare.p99)} ms`,
    target: `ratio ≥ ${LEAST_RATIO}`,
    ok: ratio >= LEAST_RATIO,
    lost: each(rounds, index, ({ site, bare }) => site.lost + bare.lost).reduce((sum, lost) => sum + lost, 0),
    p50: middle(({ site }) => site.p50),
    p99: middle(({ site }) => site.p99),
  }
}

/** Requests/s of the greater cases against those of the ground case in the same rounds. */
function flatness(rounds: Taken[][]): Measurement[] {
  const base = cases.indexOf(ground)
  return cases.slice(1).map(({ label }, index) => {
    const rates = each(rounds, index + 1, ({ site }) => site.perSecond)
    const bases = each(rounds, base, ({ site }) => site.perSecond)
    const ratio = significant(median(rates.map((rate, round) => rate / bases[round]!)))
    return {
      case: `flatness: ${label} against ${ground.label} of ${FEW.toLocaleString('en')} members`,
      value: significant(median(rates)),
      unit: 'requests/s',
      ratio,
      against: `${significant(median(bases))} requests/s`,
      target: `ratio ≥ ${LEAST_FLATNESS}`,
      ok: ratio >= LEAST_FLATNESS,
    }
  })
}
