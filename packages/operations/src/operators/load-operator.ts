import { param, query } from '@sotay/db'
import { type OperatorRole, operator, operatorSession } from '@sotay/tenancy/schema'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { sessionHash } from './session-hash'

/** Who is signed in on the console. */
export interface SignedInOperator {
  id: string
  name: string
  role: OperatorRole
}

const bySession = query('operators.by-session', (db) =>
  db
    .select({ id: operator.id, name: operator.name, role: operator.role })
    .from(operatorSession)
    .innerJoin(operator, eq(operator.id, operatorSession.operatorId))
    .where(
      and(
        eq(operatorSession.id, param('session')),
        gt(operatorSession.expiresAt, param('now')),
        isNull(operator.disabledAt),
      ),
    ),
)

/** The operator of a session's token; nobody once it is over, ended, or the operator disabled. */
export async function loadOperator(ctx: OperationsContext, token: string): Promise<SignedInOperator | undefined> {
  const [known] = await bySession({ db: ctx.platform }, { session: sessionHash(token), now: ctx.clock.now() })
  return known
}
