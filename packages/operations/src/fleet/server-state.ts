import type { DatabaseServer } from '@sotay/tenancy'
import type { OperationsContext } from '../context'

/** What one database server says of the schemas on it, by schema. */
export interface ServerState {
  bytes: Map<string, number>
  /** Statements that took longer than half a second on average; absent where the server does not count them. */
  slow?: Map<string, number>
}

const SLOW_MS = 500

/** Two statements a server, however many provinces it has. @throws when it does not answer */
export async function readServerState(ctx: OperationsContext, server: DatabaseServer): Promise<ServerState> {
  const { sql } = ctx.owner(server)
  const sizes = await sql<{ schema: string; bytes: number; counter: string | null }[]>`
    select n.nspname as schema, sum(pg_total_relation_size(c.oid))::float8 as bytes,
      (select quote_ident(en.nspname) from pg_extension e join pg_namespace en on en.oid = e.extnamespace
        where e.extname = 'pg_stat_statements' and 'pg_stat_statements' = any(
          string_to_array(replace(current_setting('shared_preload_libraries'), ' ', ''), ','))) as counter
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'm') and left(n.nspname, 2) = 't_' group by 1`
  const bytes = new Map(sizes.map((row) => [row.schema, row.bytes]))
  const counter = sizes[0]?.counter
  if (!counter) return { bytes }
  const rows = await sql.unsafe<{ role: string; count: number }[]>(
    `select r.rolname as role, count(*)::int as count from ${counter}.pg_stat_statements s join pg_roles r on r.oid = s.userid
     where s.mean_exec_time > ${SLOW_MS} group by 1`,
  )
  return { bytes, slow: new Map(rows.map((row) => [row.role, row.count])) }
}
