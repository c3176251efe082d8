import type { OperationsContext } from '../context'

/** Names of province schemas and logins on the home database that no province of the catalogue has. */
export async function findOrphans(ctx: OperationsContext): Promise<string[]> {
  await ctx.directory.refresh()
  const known = new Set(ctx.directory.list().map((record) => record.schema))
  const rows = await ctx.owner(ctx.settings.database).sql.unsafe<{ name: string }[]>(`
    select nspname as name from pg_namespace where nspname like 't\\_%'
    union select rolname from pg_roles where rolname like 't\\_%' and has_database_privilege(rolname, current_database(), 'connect')
    order by 1`)
  return rows.map((row) => row.name).filter((name) => !known.has(name))
}
