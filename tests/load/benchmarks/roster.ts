import { listMembers } from '@sotay/domain/members'
import type { ListMembers } from '@sotay/domain/members/inputs'
import type { TenantContext } from '@sotay/kernel'
import { type SQL, sql } from 'drizzle-orm'
import type { Bench, Benchmark, Measurement } from '../benchmark'
import { significant } from '../median'
import { againstBareHandler, gatherOfficers } from '../officer-page'
import { comparedQueries } from '../page-benchmark'

const SLUG = 'tinh-danh-sach'
const MEMBERS = Number(process.env.SOTAY_BENCH_MEMBERS ?? 150_000)
const MOST_OF_SQL = 3
const CALLS = 40
const [PAGE, COUNTED] = [50, 10_000]

/** The roster for an officer of the whole province: its page, and each way of searching against the SQL it needs. */
export const benchmark: Benchmark = {
  async run(bench) {
    const instance = await bench.instance()
    const { operations } = instance
    const { officer, visitors } = await gatherOfficers(bench, instance, SLUG, MEMBERS)
    await operations.owner(operations.settings.database).sql.unsafe('vacuum analyze')
    const queries = await comparedQueries(instance, 'roster', visitors)
    const label = `page, ${MEMBERS.toLocaleString('en')} members`
    const page = await againstBareHandler(bench, instance, 'roster', { visitors, label })
    const found: Measurement[] = []
    for (const asked of await questions(officer)) found.push(await againstBareSql(bench, officer, asked))
    return [queries, page, ...found]
  },
}

interface Question {
  label: string
  input: ListMembers
  /** What a hand would write after `where left_on is null`. */
  where: SQL
  /** What rows are in order of, when not of the given name. */
  key?: 'full_name' | 'sort_name'
  /** A list without filters shows its count from memory. */
  uncounted?: true
}

async function questions(ctx: TenantContext): Promise<Question[]> {
  const [person] = await ctx.db.execute<{ card: string; phone: string }>(
    sql`select card_number as card, phone from member where phone is not null order by md5(id::text) limit 1`,
  )
  const [place] = await ctx.db.execute<{ id: string; path: string }>(sql`
    select above.id, above.path::text as path from unit above join unit cell on cell.parent_id = above.id
    where cell.kind = 'cell' group by above.id order by count(*) desc limit 1`)
  const { card, phone } = person!
  const like = (text: string) => sql`search_text like ${`%${text}%`}`
  const deep = await keyAt(ctx, 0.6)
  const second = (await listMembers(ctx)).next!
  return [
    { label: 'first page', input: {}, where: sql`true`, uncounted: true },
    { label: 'page 2', input: { after: second }, where: beyond(second), uncounted: true },
    { label: 'a deep page', input: { after: deep }, where: beyond(deep), uncounted: true },
    { label: 'a common family name', input: { search: 'Nguyễn' }, where: like('nguyen') },
    {
      label: 'a common family name, by full name',
      input: { search: 'Nguyễn', order: 'name' },
      where: like('nguyen'),
      key: 'full_name',
    },
    { label: 'the middle of a name', input: { search: 'thị ngọc' }, where: sql`${like('thi')} and ${like('ngoc')}` },
    {
      label: 'a full name',
      input: { search: 'le van hòa' },
      where: sql`${like('le')} and ${like('van')} and ${like('hoa')}`,
    },
    { label: 'a card', input: { search: card }, where: like(card.replace(/\W/g, '').toLowerCase()) },
    { label: 'a telephone number', input: { search: phone }, where: like(phone) },
    {
      label: 'a unit and a status',
      input: { unitId: place!.id, status: 'full' },
      where: sql`status = 'full' and unit_id in (select id from unit where path <@ ${place!.path}::ltree)`,
    },
  ]
}

/** The key of the line that so much of the roster stands before, as the list's own links carry it. */
async function keyAt(ctx: TenantContext, share: number): Promise<string> {
  const [row] = await ctx.db.execute<{ key: string }>(sql`
    select sort_name || '~' || id as key from member where left_on is null
    order by sort_name collate "vi-x-icu", id offset ${Math.floor(MEMBERS * share)} limit 1`)
  return row!.key
}

const beyond = (key: string): SQL =>
  sql`(sort_name collate "vi-x-icu", member.id) > (${key.split('~')[0]} collate "vi-x-icu", ${key.split('~')[1]}::uuid)`

/** Both ways asked in turn, so that whatever else the machine does falls on both. */
async function againstBareSql(
  bench: Bench,
  ctx: TenantContext,
  { label, input, where, key = 'sort_name', uncounted }: Question,
): Promise<Measurement> {
  const order = sql.raw(`${key} collate "vi-x-icu"`)
  const line = sql`select member.*, home.name, above.name from member join unit home on home.id = unit_id
    left join unit above on above.id = home.parent_id
    where left_on is null and ${where} order by ${order}, member.id limit ${PAGE + 1}`
  const count = sql`select count(*) from (select from member where left_on is null and ${where} limit ${COUNTED + 1}) found`
  const bare = async () => {
    await ctx.db.execute(line)
    if (!uncounted) await ctx.db.execute(count)
  }
  const took = async (act: () => Promise<unknown>) => {
    const start = performance.now()
    await act()
    return performance.now() - start
  }
  // PostgreSQL plans a prepared query anew for its first five runs.
  for (let call = 0; call < 8; call++) await Promise.all([listMembers(ctx, input), bare()])
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let call = 0; call < CALLS * bench.rounds; call++) {
    ours.push(await took(() => listMembers(ctx, input)))
    theirs.push(await took(bare))
  }
  bench.say(`${label}: ${CALLS * bench.rounds} times`)
  const [page, least] = [at(ours, 0.99), at(theirs, 0.99)]
  return {
    case: `${label}, ${MEMBERS.toLocaleString('en')} members`,
    value: significant(page),
    unit: 'ms',
    ratio: significant(least / page),
    against: `bare SQL: p50 ${significant(at(theirs, 0.5))} ms, p99 ${significant(least)} ms`,
    target: `p99 at most ${MOST_OF_SQL} times the bare SQL`,
    ok: page <= MOST_OF_SQL * least,
    p50: significant(at(ours, 0.5)),
    p99: significant(page),
  }
}

const at = (times: readonly number[], share: number): number => {
  const sorted = [...times].sort((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}
