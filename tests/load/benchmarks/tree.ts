import { readTree } from '@sotay/domain/organisation'
import type { TenantContext } from '@sotay/kernel'
import type { Bench, Benchmark, Measurement } from '../benchmark'
import { median, significant } from '../median'
import { againstBareHandler, gatherOfficers } from '../officer-page'
import { comparedQueries } from '../page-benchmark'

const SLUG = 'tinh-cay'
const MEMBERS = Number(process.env.SOTAY_BENCH_MEMBERS ?? 150_000)
const DAY = '2024-01-01'
const MOST_AS_OF = 1.5
/** The reader's own session, and the tree. */
const MOST_QUERIES = 2
const CALLS = 20

/** The tree's first paint for an officer of the whole province, and what another day costs against today. */
export const benchmark: Benchmark = {
  async run(bench) {
    const instance = await bench.instance()
    const { operations } = instance
    const { officer, visitors } = await gatherOfficers(bench, instance, SLUG, MEMBERS)
    await operations.owner(operations.settings.database).sql.unsafe('vacuum analyze')
    const queries = await comparedQueries(instance, 'tree', visitors)
    const few = { ...queries, target: 'one besides the session', ok: queries.value <= MOST_QUERIES }
    const label = `first paint, ${MEMBERS.toLocaleString('en')} members`
    const page = await againstBareHandler(bench, instance, 'tree', { visitors, label })
    return [few, page, await asOf(bench, officer)]
  },
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
