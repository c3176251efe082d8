import type { z } from 'zod'
import { newId } from './ids'
import type { JobDefinition } from './module'
import { outbox } from './schema'
import type { TransactionContext } from './transaction'

export type OutboxRow = typeof outbox.$inferInsert

/**
 * Leaves work for the worker in the caller's transaction: both happen or neither does.
 * @param due not before this instant; at once when absent
 * @param once while work with this key waits to be handed over, this adds nothing
 * @returns the key under which the work has exactly one effect
 */
export function enqueue<Input>(
  tx: TransactionContext,
  job: Pick<JobDefinition<Input>, 'name'> & { input: z.ZodType<Input> },
  input: NoInfer<Input>,
  { due, once }: { due?: Date; once?: string } = {},
): string {
  const now = tx.clock.now()
  const row = { id: newId(), job: job.name, input: job.input.parse(input) as Record<string, unknown>, createdAt: now }
  tx.pending.outbox.push({ ...row, dueAt: due ?? now, onceKey: once })
  return row.id
}

/** Writes the collected rows; called by `transaction` alone. */
export async function appendOutbox(tx: TransactionContext, rows: OutboxRow[]): Promise<void> {
  if (rows.length > 0) await tx.db.insert(outbox).values(rows).onConflictDoNothing()
}
