import { timingSafeEqual } from 'node:crypto'
import { Conflict, isId } from '@sotay/kernel'
import { derive } from '@sotay/tenancy'
import { operator } from '@sotay/tenancy/schema'
import { and, eq, isNull } from 'drizzle-orm'
import type { OperationsContext } from '../context'

type OperatorRow = typeof operator.$inferSelect

const CHALLENGE_MS = 5 * 60_000

/** Proof, for five minutes, that an operator's password was right. It dies with the password it stands on. */
export function issueChallenge(ctx: OperationsContext, known: OperatorRow): string {
  const payload = `${known.id}.${ctx.clock.now().getTime() + CHALLENGE_MS}`
  return `${payload}.${sign(ctx, payload, known)}`
}

/** Whose challenge it is. @throws Conflict when it is late or not ours: signing in begins anew */
export async function readChallenge(ctx: OperationsContext, challenge: string): Promise<OperatorRow> {
  const [id = '', expires = '', mac = ''] = challenge.split('.')
  const [known] = isId(id)
    ? await ctx.platform
        .select()
        .from(operator)
        .where(and(eq(operator.id, id), isNull(operator.disabledAt)))
    : []
  if (!known || !(Number(expires) > ctx.clock.now().getTime())) throw lapsed()
  const right = Buffer.from(sign(ctx, `${id}.${expires}`, known))
  const given = Buffer.from(mac)
  if (given.length !== right.length || !timingSafeEqual(given, right)) throw lapsed()
  return known
}

const sign = (ctx: OperationsContext, payload: string, { passwordHash }: OperatorRow): string =>
  derive(ctx.settings.secret, `operator-challenge:${payload}:${passwordHash}`)

const lapsed = () => new Conflict('operations.sign-in-lapsed')
