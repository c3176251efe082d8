import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { acceptTenant, backupTenant, createTenant, loadMembers, restoreTenant, seedDemo } from '@sotay/operations'
import type { Bench, Benchmark, Measurement } from '../benchmark'
import type { Instance } from '../instance'
import { median, significant } from '../median'
import { provinceFolder } from '../provinces'

/** With the usual length of a burst, four seconds, the roster of a large province. */
const MEMBERS_PER_SECOND_OF_BURST = 37_500
const SLUG = 'tinh-sao-luu'
const TARGET = 2

/**
 * One large province's archive taken and restored over it, against plain `pg_dump` and `pg_restore` of the same schema:
 * ours also hashes every table, seals, stores, reads back, and compares what came back.
 */
export const benchmark: Benchmark = {
  async run(bench) {
    const instance = await bench.instance()
    const members = Math.min(150_000, Math.round(bench.seconds * MEMBERS_PER_SECOND_OF_BURST))
    const folder = await provinceFolder(SLUG)
    await createTenant(instance.operations, folder.configuration)
    await seedDemo(instance.operations, folder)
    await loadMembers(instance.operations, SLUG, { members, onProgress: (done) => bench.say(`${done} members`) })
    return compare(bench, instance, members)
  },
}

async function compare(bench: Bench, instance: Instance, members: number): Promise<Measurement[]> {
  const taken: Pair[] = []
  const restored: Pair[] = []
  let bytes = 0
  const { operations } = instance
  for (let round = 0; round < bench.rounds; round++) {
    const plain = await plainRound(instance)
    const backup = await backupTenant(operations, SLUG)
    const back = await restoreTenant(operations, { backup: backup.id })
    await acceptTenant(operations, SLUG)
    bytes = backup.bytes
    taken.push({ ours: backup.seconds, plain: plain.dump })
    restored.push({ ours: back.seconds, plain: plain.restore })
    bench.say(`round ${round + 1} of ${bench.rounds}`)
  }
  return [
    measured(`${members} members, backup (${significant(bytes / 1e6)} MB, read back)`, 'pg_dump', taken),
    measured(`${members} members, restore (compared)`, 'pg_restore', restored),
  ]
}

interface Pair {
  ours: number
  plain: number
}

function measured(name: string, against: string, pairs: readonly Pair[]): Measurement {
  const ratio = significant(median(pairs.map(({ ours, plain }) => plain / ours)))
  return {
    case: name,
    value: significant(median(pairs.map(({ ours }) => ours))),
    unit: 's',
    ratio,
    against: `${against}: ${significant(median(pairs.map(({ plain }) => plain)))} s`,
    target: `≤ ${TARGET}× of ${against}`,
    ok: ratio >= 1 / TARGET,
  }
}

const run = promisify(execFile)

/** `pg_dump` into a file, and `pg_restore` of it into a database of its own. */
async function plainRound({ operations, folder }: Instance): Promise<{ dump: number; restore: number }> {
  const { host, port, database, user, password } = operations.settings.database
  const file = join(folder, 'plain.dump')
  const where = ['-h', host, '-p', String(port), '-U', user]
  const env = { ...process.env, PGPASSWORD: password }
  const record = operations.directory.bySlug(SLUG)!
  const timed = async (program: string, args: string[]) => {
    const start = performance.now()
    await run(program, [...where, ...args], { env })
    return (performance.now() - start) / 1000
  }
  const dump = await timed('pg_dump', ['-Fc', '-O', '-x', '-n', record.schema, '-f', file, database])
  if ((await stat(file)).size === 0) throw new Error('pg_dump wrote nothing')
  const { sql } = operations.owner(operations.settings.database)
  await sql.unsafe('drop database if exists plain_restore with (force)')
  await sql.unsafe('create database plain_restore')
  await run('psql', [...where, '-q', '-d', 'plain_restore', '-c', EXTENSIONS], { env })
  const restore = await timed('pg_restore', ['-O', '-x', '-d', 'plain_restore', file])
  await sql.unsafe('drop database plain_restore with (force)')
  return { dump, restore }
}

const EXTENSIONS = `create schema ext; create extension ltree schema ext; create extension unaccent schema ext;
  create extension pg_trgm schema ext; create extension btree_gist schema ext;
  create function ext.fold(value text) returns text language sql immutable strict parallel safe
    return lower(ext.unaccent('ext.unaccent'::regdictionary, value))`
