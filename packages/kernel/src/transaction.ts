import type { TenantDb } from '@sotay/db'
import { type AuditRow, appendAudit } from './audit'
import type { TenantContext } from './context'
import { Conflict } from './errors'
import { appendOutbox, type OutboxRow } from './outbox'
import { drawConsequences, followActs } from './reactions'

declare const inTransaction: unique symbol

/** A context whose `db` is one open transaction, with what it will leave behind. */
export interface TransactionContext extends TenantContext {
  readonly [inTransaction]: true
  readonly pending: { audit: AuditRow[]; outbox: OutboxRow[] }
}

/**
 * Runs `body` in one transaction. Its audit and outbox rows are written last, so that the chain's lock is held
 * for the length of a commit and no longer.
 * @throws Conflict for a visitor whom the province has not let write
 */
export async function transaction<Result>(
  ctx: TenantContext,
  body: (tx: TransactionContext) => Promise<Result>,
): Promise<Result> {
  if (ctx.actor.kind === 'visitor' && !ctx.actor.mayWrite) throw new Conflict('support.read-only')
  const pending: TransactionContext['pending'] = { audit: [], outbox: [] }
  const result = await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db: db as unknown as TenantDb, pending } as TransactionContext
    const value = await body(tx)
    await drawConsequences(tx)
    followActs(tx)
    await appendOutbox(tx, pending.outbox)
    await appendAudit(tx, pending.audit)
    return value
  })
  if (pending.outbox.length > 0) ctx.outboxChanged()
  return result
}
