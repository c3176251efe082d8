import { createHash } from 'node:crypto'
import type { Pool } from '@sotay/db/connect'

export interface Migration {
  name: string
  hash: string
  statements: string[]
}

/** A schema's one line of migrations, and which of its tables may only grow. */
export interface MigrationLine {
  migrations: Migration[]
  appendOnly: string[]
}

/** Orders drizzle-kit's files by its journal. @throws when a file of the journal is missing */
export function readMigrations(
  journal: { entries: { idx: number; tag: string }[] },
  files: Record<string, string>,
): Migration[] {
  return journal.entries.map(({ tag }) => {
    const path = Object.keys(files).find((name) => name.endsWith(`/${tag}.sql`))
    if (!path) throw new Error(`migration ${tag} stands in the journal without its file`)
    // drizzle-kit writes foreign keys against "public"; ours are found by search_path.
    const text = files[path]!.replaceAll('"public".', '')
    const statements = text.split('--> statement-breakpoint').map((part) => part.trim())
    return { name: tag, hash: createHash('sha256').update(text).digest('hex'), statements: statements.filter(Boolean) }
  })
}

/** The schema's history is not a beginning of the line: it must be looked at by a person. */
export class MigrationMismatch extends Error {}

/**
 * Brings one schema up to the line in one transaction, under that schema's lock; safe to run twice and at once.
 * @param role the login that works in the schema; it gets rows, never tables
 * @returns names of the migrations applied now
 * @throws MigrationMismatch when what was applied is not a prefix of the line
 */
export async function migrateSchema(
  admin: Pool,
  { schema, role }: { schema: string; role: string },
  line: MigrationLine,
): Promise<string[]> {
  return admin.sql.begin(async (tx) => {
    await tx.unsafe(`set local lock_timeout = '5s'`)
    await tx.unsafe(`select pg_advisory_xact_lock(hashtextextended('migrate:${schema}', 0))`)
    await tx.unsafe(`set local search_path = "${schema}", ext`)
    await tx.unsafe(
      `create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())`,
    )
    const applied = await tx.unsafe<{ name: string; hash: string }[]>(`select name, hash from migration order by name`)
    const pending = pendingOf(schema, line.migrations, applied)
    for (const migration of pending) {
      for (const statement of migration.statements) await tx.unsafe(statement)
      await tx.unsafe(`insert into migration (name, hash) values ($1, $2)`, [migration.name, migration.hash])
    }
    if (pending.length > 0) await tx.unsafe(grants(schema, role, line.appendOnly))
    return pending.map((migration) => migration.name)
  }) as Promise<string[]>
}

function pendingOf(schema: string, line: Migration[], applied: readonly { name: string; hash: string }[]) {
  applied.forEach((row, index) => {
    const expected = line[index]
    if (expected?.name !== row.name || expected.hash !== row.hash) {
      throw new MigrationMismatch(`${schema}: ${row.name} is not migration ${index + 1} of this version`)
    }
  })
  return line.slice(applied.length)
}

/** Gives a login exactly what the line gives it in its schema, after somebody changed that by hand. */
export async function grantSchema(
  admin: Pool,
  { schema, role }: { schema: string; role: string },
  line: MigrationLine,
): Promise<void> {
  await admin.sql.unsafe(grants(schema, role, line.appendOnly)).simple()
}

function grants(schema: string, role: string, appendOnly: string[]): string {
  const growing = appendOnly
    .map((table) => `revoke update, delete on "${schema}"."${table}" from "${role}";`)
    .join('\n')
  return `
    revoke all on all tables in schema "${schema}" from "${role}", public;
    revoke all on schema "${schema}" from public;
    grant select, insert, update, delete on all tables in schema "${schema}" to "${role}";
    grant usage on all sequences in schema "${schema}" to "${role}";
    revoke all on "${schema}".migration from "${role}";
    ${growing}`
}
