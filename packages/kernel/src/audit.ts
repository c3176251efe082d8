import { sql } from 'drizzle-orm'
import type { Actor, TenantContext } from './context'
import { auditEntry } from './schema'
import type { TransactionContext } from './transaction'

export interface AuditRow {
  action: string
  subjectId: string | null
  details: Record<string, unknown>
}

/**
 * Records an act in the caller's transaction. Details hold ids and states, never personal data.
 * @param action one of the module's `auditActions`
 */
export function audit(
  tx: TransactionContext,
  action: string,
  subject: { id: string } | null,
  details: Record<string, unknown> = {},
): void {
  tx.pending.audit.push({ action, subjectId: subject?.id ?? null, details })
}

// The lock must be taken in a statement of its own: a statement's snapshot is older than a lock it waits for.
// Schemas share the lock space of their database, hence the schema's name in the key.
const lockChain = sql`select pg_advisory_xact_lock(hashtextextended('audit:' || current_schema(), 0))`

/** What a row's hash covers besides the hash before it. Column names must be in scope. */
const content = sql.raw(
  'jsonb_build_array(sequence, extract(epoch from at), actor_kind, actor_id, action, subject_id, details, request_id)::text',
)

/** Writes the collected rows at the end of the chain; called by `transaction` alone. */
export async function appendAudit(tx: TransactionContext, rows: AuditRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.db.execute(lockChain)
  const actorId = identify(tx.actor)
  for (const row of rows) {
    await tx.db.execute(sql`
      with row as (
        select nextval(pg_get_serial_sequence('audit_entry', 'sequence')) as sequence,
          ${tx.clock.now().toISOString()}::timestamptz(3) as at, ${tx.actor.kind}::text as actor_kind, ${actorId}::text as actor_id,
          ${row.action}::text as action, ${row.subjectId}::uuid as subject_id,
          ${JSON.stringify({ ...row.details, ...visitOf(tx.actor) })}::text::jsonb as details, ${tx.requestId}::text as request_id
      )
      insert into ${auditEntry} (sequence, at, actor_kind, actor_id, action, subject_id, details, request_id, hash)
      overriding system value
      select row.*, sha256(
        coalesce((select hash from audit_entry order by sequence desc limit 1), ''::bytea) || convert_to(${content}, 'UTF8')
      ) from row`)
  }
}

/** What a visitor does carries the visit and its ticket, so that both sides name the same thing. */
const visitOf = (actor: Actor) =>
  actor.kind === 'visitor' ? { visit: actor.visitId, ticket: actor.ticket, role: actor.role } : {}

function identify(actor: Actor): string | null {
  switch (actor.kind) {
    case 'member':
      return actor.accountId
    case 'job':
      return actor.job
    case 'operator':
      return actor.operatorId
    case 'visitor':
      return actor.operatorId
    case 'anonymous':
      return null
  }
}

export interface ChainState {
  entries: number
  /** The last row, to be anchored outside the province. */
  head: { sequence: number; hash: string } | null
  /** The first row whose hash does not follow from its content and the row before it. */
  brokenAt: number | null
}

/** Recomputes the whole chain in the database (H54). */
export async function verifyAuditChain(ctx: Pick<TenantContext, 'db'>): Promise<ChainState> {
  const [row] = await ctx.db.execute<{
    entries: string
    broken: string | null
    head: string | null
    hash: string | null
  }>(sql`
    with chained as (
      select sequence, hash, sha256(coalesce(lag(hash) over (order by sequence), ''::bytea) || convert_to(${content}, 'UTF8')) as expected
      from audit_entry
    )
    select count(*) as entries, min(sequence) filter (where hash <> expected) as broken, max(sequence) as head,
      (select encode(hash, 'hex') from audit_entry order by sequence desc limit 1) as hash
    from chained`)
  return {
    entries: Number(row?.entries ?? 0),
    head: row?.head && row.hash ? { sequence: Number(row.head), hash: row.hash } : null,
    brokenAt: row?.broken ? Number(row.broken) : null,
  }
}
