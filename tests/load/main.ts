import { writeFile } from 'node:fs/promises'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import type { Benchmark, Figure } from './benchmark'
import { row, title } from './figure-table'
import { type Instance, openInstance } from './instance'

const files = import.meta.glob<Benchmark>('./benchmarks/*.ts', { import: 'benchmark' })
const benchmarks = new Map(Object.entries(files).map(([path, load]) => [path.replace(/^.*\/|\.ts$/g, ''), load]))

const USAGE = `npm run bench -- [--only NAME] [--json FILE] [--rounds N] [--seconds N] [--profile FOLDER]
NAME: ${[...benchmarks.keys()].join(', ')}`

function readArguments() {
  const options = {
    only: { type: 'string', multiple: true },
    json: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    profile: { type: 'string' },
  } as const
  const { only = [...benchmarks.keys()], json, profile, ...counts } = parseArgs({ options }).values
  const [rounds, seconds] = [Number(counts.rounds), Number(counts.seconds)]
  const unknown = only.find((name) => !benchmarks.has(name))
  if (unknown) throw new Error(`no benchmark is called ${unknown}`)
  if (!Number.isInteger(rounds) || rounds < 1 || !(seconds >= 1)) throw new Error('--rounds and --seconds count from 1')
  return { only, json, profile, rounds, seconds }
}

/**
 * Runs what was asked for, one after another; one that cannot run stops no other.
 * @returns the process's exit code: 0 whatever the figures, 1 when one could not run, 2 on wrong use
 */
async function main(): Promise<number> {
  let asked: ReturnType<typeof readArguments>
  try {
    asked = readArguments()
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`)
    return 2
  }
  let opened: Promise<Instance> | undefined
  const ends: (() => Promise<void>)[] = []
  const onClose = (end: () => Promise<void>) => void ends.push(end)
  let closing: Promise<void> | undefined
  const endAll = async () => {
    while (ends.length > 0) await ends.pop()!().catch(console.error)
  }
  const close = () => (closing ??= endAll())
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().finally(() => process.exit(130)))
  }
  const bench = {
    rounds: asked.rounds,
    seconds: asked.seconds,
    profile: asked.profile,
    instance: () => (opened ??= openInstance(onClose)),
    onClose,
    say: (line: string) => console.error(`  ${line}`),
  }
  const figures: Figure[] = []
  let code = 0
  console.log(title)
  for (const name of asked.only) {
    try {
      console.error(`${name} …`)
      const load = Number((loadavg()[0] ?? 0).toFixed(2))
      const { run } = await benchmarks.get(name)!()
      const found = (await run(bench)).map((measurement): Figure => ({ name, ...measurement, load }))
      for (const figure of found) console.log(row(figure))
      figures.push(...found)
    } catch (error) {
      code = 1
      console.error(`${name} could not run:`, error)
    }
    if (closing) break
  }
  await close()
  if (asked.json) await writeFile(asked.json, `${JSON.stringify(figures, null, 2)}\n`)
  return code
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error)
    process.exit(1)
  },
)
