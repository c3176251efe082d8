import type { Pool } from '@sotay/db/connect'
import { PLATFORM_ROLE } from './pools'

// Functions that list, measure or disturb what is not one's own, by the beginnings of their names.
const FUNCTIONS = [
  'lo_',
  'lowrite',
  'loread',
  'pg_stat_get_',
  'pg_terminate_backend',
  'pg_cancel_backend',
  'pg_relation_size',
  'pg_total_relation_size',
  'pg_table_size',
  'pg_indexes_size',
  'pg_database_size',
  'pg_tablespace_size',
  'pg_get_(views|rules|function|trigger|constraint|index)def',
  'pg_get_(replication_slots|publication_tables|partition)',
  'pg_lock_status',
  'pg_blocking_pids',
  'pg_prepared_xact',
  'pg_notification_queue_usage',
]

const relations = `
  select c.oid::regclass::text as name from pg_class c
  where c.relnamespace = 'pg_catalog'::regnamespace and c.relkind in ('r', 'v')
    and exists (select from aclexplode(c.relacl) a where a.grantee = 0 and a.privilege_type = 'SELECT')`

const functions = `
  select p.oid::regprocedure::text as name from pg_proc p
  where p.pronamespace = 'pg_catalog'::regnamespace and p.prokind = 'f' and p.proname ~ '^(${FUNCTIONS.join('|')})'
    and (p.proacl is null or exists (select from aclexplode(p.proacl) a where a.grantee = 0))`

/**
 * Takes from PUBLIC what lists other provinces: PostgreSQL's catalogues, statistics, activity, sizes, large objects.
 * The platform's login keeps it where it works, for the queue. Needs a superuser; without one the list stays open and `doctor` says so.
 */
export async function closeCatalogue(owner: Pool): Promise<void> {
  await owner.sql.begin(async (tx) => {
    await tx.unsafe(`select pg_advisory_xact_lock(hashtextextended('sotay:prepare', 0))`)
    const [login] = await tx.unsafe(`select rolsuper as super,
      exists (select from pg_roles where rolname = '${PLATFORM_ROLE}') as platform from pg_roles where rolname = current_user`)
    if (!login?.super) return
    const move = login.platform ? keepFor(PLATFORM_ROLE) : keepFor()
    const statements = [
      ...(await tx.unsafe(relations)).map(({ name }) => move('select', 'table', name)),
      ...(await tx.unsafe(functions)).map(({ name }) => move('execute', 'function', name)),
    ]
    if (statements.length > 0) await tx.unsafe(statements.join(';')).simple()
  })
}

/** How many catalogues a province's login can still list. */
export async function openCatalogues(owner: Pool): Promise<number> {
  const rows = await owner.sql.unsafe(`${relations} union all ${functions}`)
  return rows.length
}

const keepFor = (role?: string) => (privilege: string, kind: string, name: string) =>
  `${role ? `grant ${privilege} on ${kind} ${name} to "${role}"; ` : ''}revoke ${privilege} on ${kind} ${name} from public`
