import type { Pool } from '@sotay/db/connect'

/** What a table holds: how many rows, and a hash of all of them that no order changes. */
export interface TableState {
  name: string
  rows: number
  hash: string
}

type Transaction = Parameters<Parameters<Pool['sql']['begin']>[1]>[0]

// A row's text must be the same on every server and for every login.
const SETTINGS = `set local datestyle = 'ISO, YMD'; set local timezone = 'UTC'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local statement_timeout = 0`

/** Counts and hashes every table of a schema, as the transaction sees them. */
export async function readTables(tx: Transaction, schema: string): Promise<TableState[]> {
  await tx.unsafe(SETTINGS).simple()
  const names = await tableNames(tx, schema)
  const states: TableState[] = []
  for (const name of names) states.push(await readTable(tx, schema, name))
  return states
}

/** Names of a schema's tables; of a partitioned one, those of its parts. */
async function tableNames(tx: Transaction, schema: string): Promise<string[]> {
  const rows = await tx.unsafe<{ name: string }[]>(
    `select relname as name from pg_class where relnamespace = $1::regnamespace and relkind = 'r' order by relname collate "C"`,
    [`"${schema}"`],
  )
  return rows.map((row) => row.name)
}

async function readTable(tx: Transaction, schema: string, name: string): Promise<TableState> {
  const [row] = await tx.unsafe<{ rows: string; hash: string }[]>(
    `select count(*) as rows, coalesce(sum(hashtextextended(row_of_table::text, 0)), 0) as hash from "${schema}"."${name}" row_of_table`,
  )
  return { name, rows: Number(row!.rows), hash: String(row!.hash) }
}

/** One hash over columns, constraints and indexes of a schema, whatever the schema is called. */
export async function readStructure(tx: Transaction, schema: string): Promise<string> {
  await tx.unsafe(`set local search_path = "${schema}", ext`)
  const [row] = await tx.unsafe<{ hash: string }[]>(
    `
    with own as (select oid, relname from pg_class where relnamespace = $1::regnamespace and relkind in ('r', 'p')),
    said as (
      select relname || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || attidentity::text || attgenerated::text
        || coalesce(pg_get_expr(adbin, adrelid), '') as line
      from own join pg_attribute on attrelid = own.oid and attnum > 0 and not attisdropped
        left join pg_attrdef on adrelid = attrelid and adnum = attnum
      union all select relname || ' ' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid) from own join pg_constraint on conrelid = own.oid
      union all select relname || ' ' || pg_get_indexdef(indexrelid) from own join pg_index on indrelid = own.oid
    )
    select md5(string_agg(replace(replace(line, $2, ''), $3, ''), e'\\n' order by line collate "C")) as hash from said`,
    [`"${schema}"`, `"${schema}".`, `${schema}.`],
  )
  return row!.hash
}

/** Names of the tables in which two states differ, each with how. */
export function compareTables(before: readonly TableState[], after: readonly TableState[]): string[] {
  const found = new Map(after.map((table) => [table.name, table]))
  const differing = before.flatMap(({ name, rows, hash }) => {
    const other = found.get(name)
    found.delete(name)
    if (!other) return [`${name}: thiếu bảng`]
    if (other.rows !== rows) return [`${name}: ${rows} dòng, nay ${other.rows}`]
    return other.hash === hash ? [] : [`${name}: ${rows} dòng nhưng nội dung khác`]
  })
  return [...differing, ...[...found.keys()].map((name) => `${name}: bảng thừa`)]
}
