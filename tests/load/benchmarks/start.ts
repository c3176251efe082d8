import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@sotay/embedded'
import type { Bench, Benchmark, Measurement } from '../benchmark'
import { median, significant } from '../median'
import { startInstallation } from '../start-installation'

const MOST_ROUNDS = 3

/** Seconds of one start with nothing there, and of the next one on what the first left. */
interface Starts {
  fresh: number
  existing: number
}

/** `npm start` until it says that it is ready: four provinces made and peopled, or found as they were left. */
export const benchmark: Benchmark = {
  async run(bench) {
    const rounds = Math.min(bench.rounds, MOST_ROUNDS)
    const taken: { whole: Starts; database: Starts }[] = []
    for (let round = 0; round <= rounds; round++) {
      const database = await twice(bench, startDatabase)
      const whole = await twice(bench, (folder) => startInstallation(folder, bench.onClose))
      bench.say(`start: round ${round} of ${rounds}`)
      // The first round may have to build.
      if (round > 0) taken.push({ whole, database })
    }
    return (['fresh', 'existing'] as const).map((which): Measurement => {
      const database = significant(median(taken.map((round) => round.database[which])))
      return {
        case: which === 'fresh' ? 'fresh: four provinces with demonstration data' : 'existing data',
        value: significant(median(taken.map((round) => round.whole[which]))),
        unit: 's',
        ratio: significant(median(taken.map(({ whole, database }) => database[which] / whole[which]))),
        against: `its PostgreSQL alone: ${database} s`,
        target: null,
        ok: true,
      }
    })
  },
}

/** Times a start in a folder of its own, then again in the same. @param start returns what stops it */
async function twice({ onClose }: Bench, start: (folder: string) => Promise<() => Promise<void>>): Promise<Starts> {
  const folder = await mkdtemp(join(tmpdir(), 'sotay-bench-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  onClose(remove)
  const timed = async () => {
    const since = performance.now()
    const stop = await start(folder)
    onClose(stop)
    const seconds = (performance.now() - since) / 1000
    await stop()
    return seconds
  }
  const starts = { fresh: await timed(), existing: await timed() }
  await remove()
  return starts
}

const startDatabase = async (folder: string) => (await startPostgres({ dataDir: join(folder, 'postgres') })).stop
