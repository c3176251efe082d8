import { execFile, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { mapColumns, readBatch, startCommit, uploadRoster } from '@sotay/domain/imports'
import { makeUnit } from '@sotay/domain/organisation/factory'
import { unit } from '@sotay/domain/schema'
import type { TenantContext } from '@sotay/kernel'
import { createTenant } from '@sotay/operations'
import { writeWorkbook } from '@sotay/sheets'
import { isNull } from 'drizzle-orm'
import type { Bench, Benchmark, Measurement } from '../benchmark'
import type { Instance } from '../instance'
import { significant } from '../median'
import { provinceFolder } from '../provinces'

/** With the usual length of a burst, four seconds, the roster of a large province. */
const ROWS_PER_SECOND_OF_BURST = 37_500
const SHARE_OF_SMALL = 0.1
const COMMITTEES = 20
const CELLS = 15
const FASTEST_TARGET = 3_000
/** What a worker may need more for ten times the rows before its memory counts as growing with the file. */
const SAME_MEMORY = 1.25

/** A roster through the queue into an empty province: check and commit, and what the worker's memory comes to. */
export const benchmark: Benchmark = {
  async run(bench) {
    const instance = await bench.instance()
    const most = Math.min(150_000, Math.round(bench.seconds * ROWS_PER_SECOND_OF_BURST))
    const small = await importOnce(bench, instance, { slug: 'tinh-nhap-nho', rows: Math.round(most * SHARE_OF_SMALL) })
    const large = await importOnce(bench, instance, { slug: 'tinh-nhap-lon', rows: most })
    const bare = await bareCopy(instance, most)
    const rate = most / (large.check + large.commit)
    const step = (name: 'check' | 'commit'): Measurement => ({
      case: `${most} rows, ${name}`,
      value: significant(most / large[name]),
      unit: 'rows/s',
      ratio: significant(bare / large[name]),
      against: `COPY of the same rows: ${significant(most / bare)} rows/s`,
      target: null,
      ok: true,
    })
    const growth = large.megabytes / small.megabytes
    return [
      {
        ...step('check'),
        case: `${most} rows, check and commit`,
        value: significant(rate),
        ratio: significant(bare / (large.check + large.commit)),
        target: `≥ ${FASTEST_TARGET} rows/s`,
        ok: rate >= FASTEST_TARGET,
      },
      step('check'),
      step('commit'),
      {
        case: `memory of the worker, ${most} rows`,
        value: significant(large.megabytes),
        unit: 'MB',
        ratio: significant(1 / growth),
        against: `${Math.round(most * SHARE_OF_SMALL)} rows: ${significant(small.megabytes)} MB`,
        target: `≤ ${SAME_MEMORY}×`,
        ok: growth <= SAME_MEMORY,
      },
    ]
  },
}

interface Outcome {
  /** Seconds. */
  check: number
  commit: number
  /** The most the worker's process had resident. */
  megabytes: number
}

async function importOnce(
  bench: Bench,
  instance: Instance,
  { slug, rows }: { slug: string; rows: number },
): Promise<Outcome> {
  const { operations } = instance
  const { record } = await createTenant(operations, (await provinceFolder(slug)).configuration)
  const ctx = await operations.directory.context(record, { actor: operations.actor })
  const rootId = await plantCells(ctx)
  bench.say(`${rows} rows: writing the file`)
  const file = new File([new Uint8Array(await rosterFile(rows))], 'danh-sach.xlsx')
  const { batchId } = await uploadRoster(ctx, { purpose: 'import', unitId: rootId, file })
  const worker = await startWorker(bench, instance)
  const { mapping } = await readBatch(ctx, { batchId }, 'import')
  const columns = Object.fromEntries(Object.entries(mapping).map(([column, field]) => [field, Number(column)]))
  const until = async (wanted: string) => {
    const start = performance.now()
    for (;;) {
      worker.assertRunning()
      const { status, totals, failure } = await readBatch(ctx, { batchId }, 'import')
      if (status === 'failed') throw new Error(`the file was refused: ${failure}`)
      if (status === wanted && totals.outcomes.new !== rows) throw new Error(`rows: ${JSON.stringify(totals)}`)
      if (status === wanted) return (performance.now() - start) / 1000
      await delay(100)
    }
  }
  await mapColumns(ctx, { batchId, columns })
  const check = await until('checked')
  await startCommit(ctx, { batchId })
  const commit = await until('committed')
  bench.say(`${rows} rows: checked in ${significant(check)} s, committed in ${significant(commit)} s`)
  return { check, commit, megabytes: await worker.stop() }
}

async function plantCells(ctx: TenantContext): Promise<string> {
  const [root] = await ctx.db.select({ id: unit.id }).from(unit).where(isNull(unit.parentId))
  for (let committee = 1; committee <= COMMITTEES; committee++) {
    const parent = await makeUnit(ctx, { parentId: root!.id, level: 'grassroots', name: `Đảng ủy xã số ${committee}` })
    for (let cell = 1; cell <= CELLS; cell++) {
      await makeUnit(ctx, { parentId: parent.id, level: 'cell', kind: 'cell', name: `Chi bộ thôn ${cell}` })
    }
  }
  return root!.id
}

interface Line {
  number: number
}

const columns = [
  { header: 'Họ và tên', value: ({ number }: Line) => `Nguyễn Thị Thử ${number}` },
  { header: 'Số thẻ đảng viên', value: ({ number }: Line) => cardOf(number) },
  { header: 'Đảng ủy cơ sở', value: ({ number }: Line) => `Đảng ủy xã số ${(number % COMMITTEES) + 1}` },
  { header: 'Chi bộ', value: ({ number }: Line) => `Chi bộ thôn ${(Math.floor(number / COMMITTEES) % CELLS) + 1}` },
  { header: 'Ngày sinh', value: ({ number }: Line) => new Date(Date.UTC(1950, 0, 1 + (number % 18_000))) },
  { header: 'Giới tính', value: ({ number }: Line) => (number % 2 ? 'Nam' : 'Nữ') },
  { header: 'Số điện thoại', value: ({ number }: Line) => `09${String(number).padStart(8, '0')}` },
  { header: 'Trạng thái', value: () => 'Chính thức' },
]
const cardOf = (number: number) => `45.${String(number).padStart(6, '0')}`

function rosterFile(rows: number): Promise<Buffer> {
  function* lines() {
    for (let number = 0; number < rows; number++) yield { number }
  }
  return writeWorkbook({ sheet: 'Danh sách', columns }, lines())
}

const LOOK_MS = 250

interface OwnWorker {
  /** @throws once it has ended by itself */
  assertRunning(): void
  /** @returns the most memory it had, in megabytes */
  stop(): Promise<number>
}

async function startWorker(bench: Bench, instance: Instance): Promise<OwnWorker> {
  const child = fork(join(import.meta.dirname, 'worker/main.js'), {
    execArgv: bench.profile ? ['--cpu-prof', `--cpu-prof-dir=${bench.profile}`] : [],
    env: { ...process.env, ...instance.environment, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  let most = 0
  const look = async () => {
    const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(child.pid)])
    most = Math.max(most, Number(stdout) / 1024)
  }
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS)
  const end = async () => {
    clearInterval(timer)
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
  }
  bench.onClose(end)
  return {
    assertRunning() {
      if (child.exitCode !== null) throw new Error(`the worker ended with ${child.exitCode}`)
    },
    async stop() {
      await look()
      await end()
      return most
    },
  }
}

/** The same rows into one table without an index, by the fastest way there is. @returns seconds */
async function bareCopy({ operations }: Instance, rows: number): Promise<number> {
  const { sql } = operations.owner(operations.settings.database)
  await sql.unsafe('create table bare_roster (a text, b text, c text, d text, e date, f text, g text, h text)')
  function* lines() {
    for (let number = 0; number < rows; number++) {
      const cells = columns.map(({ value }) => value({ number }))
      yield `${cells.map((cell) => (cell instanceof Date ? cell.toISOString().slice(0, 10) : cell)).join('\t')}\n`
    }
  }
  const start = performance.now()
  await pipeline(Readable.from(lines()), await sql`copy bare_roster from stdin`.writable())
  const seconds = (performance.now() - start) / 1000
  await sql.unsafe('drop table bare_roster')
  return seconds
}
