import { join } from 'node:path'
import { createTenant, provinceLine, publishBrand } from '@sotay/operations'
import type { Benchmark, Measurement } from '../benchmark'
import type { Instance } from '../instance'
import { median, significant } from '../median'
import { provinceFolder } from '../provinces'

const MOST_SECONDS = 10

type Parts = Record<string, number>

/** A province from its file: read and checked, catalogue, schema and login, tables, first revision, tree, brand. */
export const benchmark: Benchmark = {
  async run(bench) {
    const instance = await bench.instance()
    const created: Parts[] = []
    const bare: number[] = []
    for (let round = 0; round <= bench.rounds; round++) {
      const [tables, parts] = [await bareTables(instance), await createOne(instance, `tinh-moi-${round}`)]
      // The first round warms both.
      if (round === 0) continue
      bare.push(tables)
      created.push(parts)
    }
    const whole = median(created.map(sum))
    const tables = median(bare)
    const names = Object.keys(created[0]!)
    return [
      {
        case: 'whole',
        value: significant(whole / 1000),
        unit: 's',
        ratio: significant(median(created.map((parts, round) => bare[round]! / sum(parts)))),
        against: `its tables alone, by the bare driver: ${significant(tables / 1000)} s`,
        target: `< ${MOST_SECONDS} s`,
        ok: whole < MOST_SECONDS * 1000,
      },
      ...names.map((name): Measurement => {
        const part = median(created.map((parts) => parts[name]!))
        const held = { ratio: significant(part / whole), against: 'the whole', target: null, ok: true }
        return { case: `part: ${name}`, value: significant(part / 1000), unit: 's', ...held }
      }),
    ]
  },
}

const sum = (parts: Parts): number => Object.values(parts).reduce((all, part) => all + part, 0)

async function createOne({ operations }: Instance, slug: string): Promise<Parts> {
  const start = performance.now()
  const folder = await provinceFolder(slug)
  const read = performance.now()
  const { parts } = await createTenant(operations, folder.configuration)
  const made = performance.now()
  await publishBrand(operations, { ...folder, path: join(process.cwd(), 'tenants/quangngai') })
  const inside = Object.values(parts).reduce((all, part) => all + part, 0)
  return { file: read - start, ...parts, catalogue: made - read - inside, brand: performance.now() - made }
}

/** The same tables in a schema of their own, in one transaction, with nothing around them; dropped again. */
async function bareTables({ operations }: Instance): Promise<number> {
  const { sql } = operations.owner(operations.settings.database)
  const start = performance.now()
  await sql.begin(async (tx) => {
    await tx.unsafe('create schema bare')
    await tx.unsafe('set local search_path = bare, ext')
    for (const { statements } of provinceLine.migrations) for (const one of statements) await tx.unsafe(one)
  })
  const spent = performance.now() - start
  await sql.unsafe('drop schema bare cascade')
  return spent
}
