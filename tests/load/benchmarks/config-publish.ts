import { setTimeout as delay } from 'node:timers/promises'
import { makeRevision } from '@sotay/domain/settings/factory'
import { freePort } from '@sotay/embedded'
import { openLog } from '@sotay/http'
import { createTenant } from '@sotay/operations'
import { readSettings } from '@sotay/tenancy'
import { startWorker } from '../../../apps/worker/src/start-worker'
import { ask } from '../../harness/http-client'
import type { Bench, Benchmark, Measurement } from '../benchmark'
import type { Instance } from '../instance'
import { median, significant } from '../median'
import { comparedQueries, startSite } from '../page-benchmark'
import { peopleProvince, provinceFolder } from '../provinces'
import type { Server } from '../start-process'
import { openSessions } from '../visitors'

const SLUG = 'tinh-ban-hanh'
const MEMBERS = 2_000
const SITES = 2
const MOST_MS = 2_000
const GIVEN_UP_MS = 20_000

/** From a province's publication until every web process shows it; and what a page costs after many of them. */
export const benchmark: Benchmark = {
  async run(bench) {
    const instance = await bench.instance()
    const { operations, environment } = instance
    if (!operations.directory.bySlug(SLUG)) await createTenant(operations, (await provinceFolder(SLUG)).configuration)
    await peopleProvince(instance, SLUG, MEMBERS)
    const SOTAY_METRICS_PORT = String(await freePort())
    const worker = await startWorker(readSettings({ ...environment, SOTAY_METRICS_PORT }), openLog('worker'))
    const sites = await Promise.all(Array.from({ length: SITES }, () => startSite(instance)))
    try {
      const reach = await measureReach(bench, instance, sites)
      const queries = await comparedQueries(instance, 'home', await openSessions(instance, [SLUG], 1))
      return [reach, { ...queries, case: `queries per page after ${bench.rounds + 1} publications` }]
    } finally {
      await Promise.all([worker.stop(), ...sites.map((site) => site.stop())])
    }
  },
}

async function measureReach(bench: Bench, instance: Instance, sites: Server[]): Promise<Measurement> {
  const { directory, actor } = instance.operations
  const ctx = await directory.context(directory.bySlug(SLUG)!, { actor })
  const [first, last]: [number[], number[]] = [[], []]
  for (let round = 0; round <= bench.rounds; round++) {
    const name = `Bản ${round}`
    await makeRevision(ctx, ['brand'], { shortName: name })
    const start = performance.now()
    const times = await Promise.all(sites.map((site) => shown(site, name, start)))
    // The first round opens connections.
    if (round === 0) continue
    first.push(Math.min(...times))
    last.push(Math.max(...times))
    bench.say(`published: round ${round} of ${bench.rounds}`)
  }
  const slowest = median(last)
  return {
    case: `${SITES} web processes show a publication`,
    value: significant(slowest),
    unit: 'ms',
    ratio: significant(MOST_MS / slowest),
    against: `the first of them: ${significant(median(first))} ms`,
    target: `under ${MOST_MS} ms`,
    ok: Math.max(...last) < MOST_MS,
    lost: last.filter((ms) => ms >= GIVEN_UP_MS).length,
  }
}

async function shown({ port }: Server, name: string, start: number): Promise<number> {
  for (;;) {
    const { body } = await ask(port, { host: `${SLUG}.localhost`, path: '/manifest.webmanifest' })
    const passed = performance.now() - start
    if ((JSON.parse(body) as { short_name: string }).short_name === name || passed > GIVEN_UP_MS) return passed
    await delay(10)
  }
}
