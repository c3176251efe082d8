import { adoptionCount, readAdoption, recountAdoption } from '@sotay/domain/adoption'
import type { TenantContext } from '@sotay/kernel'
import { sql } from 'drizzle-orm'
import type { Bench, Benchmark, Measurement } from '../benchmark'
import { median, significant } from '../median'
import { againstBareHandler, gatherOfficers } from '../officer-page'
import { comparedQueries } from '../page-benchmark'

const SLUG = 'tinh-su-dung'
const MEMBERS = Number(process.env.SOTAY_BENCH_MEMBERS ?? 150_000)
const MOST_QUERIES = 5
const MOST_OF_SQL = 3
const MOST_RECOUNT_SECONDS = 10
const CALLS = 10

/** The page of use for an officer of the whole province, what its figures cost, and one count of everybody. */
export const benchmark: Benchmark = {
  async run(bench) {
    const instance = await bench.instance()
    const { operations } = instance
    const { ctx, officer, visitors } = await gatherOfficers(bench, instance, SLUG, MEMBERS)
    await recountAdoption(ctx)
    await operations.owner(operations.settings.database).sql.unsafe('vacuum analyze')
    const queries = await comparedQueries(instance, 'adoption', visitors)
    const few = { ...queries, target: `at most ${MOST_QUERIES}`, ok: queries.value <= MOST_QUERIES }
    const label = `page, ${MEMBERS.toLocaleString('en')} members`
    return [
      few,
      await againstBareHandler(bench, instance, 'adoption', { visitors, label }),
      await againstBareSums(bench, officer),
      await recountTime(bench, ctx),
    ]
  },
}

/** The least that the figures of a day need: one pass over its counts. */
async function againstBareSums(bench: Bench, officer: TenantContext): Promise<Measurement> {
  const bare = () =>
    officer.db.execute(sql`
      select subpath(u.path, 0, least(nlevel(u.path), 2)), sum(c.members), sum(c.counted), sum(c.counted_active)
      from adoption_count c join unit u on u.id = c.unit_id
      where c.day = (select max(day) from adoption_count) group by 1`)
  const took = async (act: () => Promise<unknown>) => {
    const start = performance.now()
    await act()
    return performance.now() - start
  }
  const [read, sums]: [number[], number[]] = [[], []]
  for (let call = 0; call < CALLS * bench.rounds; call++) {
    const [one, other] = [await took(() => readAdoption(officer)), await took(bare)]
    if (call === 0) continue
    read.push(one)
    sums.push(other)
  }
  const [page, least] = [median(read), median(sums)]
  return {
    case: 'figures of the page against one pass over the counts of a day',
    value: significant(page),
    unit: 'ms',
    ratio: significant(least / page),
    against: `bare SQL: ${significant(least)} ms`,
    target: `at most ${MOST_OF_SQL} times the bare SQL`,
    ok: page <= MOST_OF_SQL * least,
  }
}

async function recountTime(bench: Bench, ctx: TenantContext): Promise<Measurement> {
  const taken: number[] = []
  const passes: number[] = []
  for (let round = 0; round <= bench.rounds; round++) {
    const start = performance.now()
    await recountAdoption(ctx)
    const counted = performance.now()
    await ctx.db.execute(sql`select unit_id, count(*) from member where left_on is null group by unit_id`)
    if (round === 0) continue
    taken.push((counted - start) / 1000)
    passes.push((performance.now() - counted) / 1000)
  }
  const [rows] = await ctx.db
    .select({ units: sql<number>`count(distinct ${adoptionCount.unitId})::int` })
    .from(adoptionCount)
  const [seconds, pass] = [median(taken), median(passes)]
  return {
    case: `recount of ${MEMBERS.toLocaleString('en')} members in ${rows!.units.toLocaleString('en')} units`,
    value: significant(seconds),
    unit: 's',
    ratio: significant(pass / seconds),
    against: `members by unit alone: ${significant(pass)} s`,
    target: `< ${MOST_RECOUNT_SECONDS} s`,
    ok: seconds < MOST_RECOUNT_SECONDS,
  }
}
