import { Conflict } from '@sotay/kernel'
import type { OperationsContext } from './context'

/**
 * Runs `body` while nobody else, in any process, runs under the same name on the home database. The lock is a
 * transaction's, so a killed process releases it.
 * @throws Conflict at once when another holds it
 */
export async function withLock<Result>(
  ctx: OperationsContext,
  name: string,
  body: () => Promise<Result>,
): Promise<Result> {
  return ctx.lock.sql.begin(async (tx) => {
    const [row] = await tx<{ taken: boolean }[]>`
      select pg_try_advisory_xact_lock(hashtextextended(${`operation:${name}`}, 0)) as taken`
    if (!row?.taken) throw new Conflict('operations.busy', { name })
    return body()
  }) as Promise<Result>
}
