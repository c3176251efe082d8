import { verify } from 'otplib'
import type { OperationsContext } from '../context'

/** One step of thirty seconds to either side, for clocks that are not exact. */
const TOLERANCE_SECONDS = 30

/** The thirty-second step a code belongs to; nothing when it is not one of the secret's. */
export async function codeStep(ctx: OperationsContext, secret: string, code: string): Promise<number | undefined> {
  if (!/^\d{6}$/.test(code)) return undefined
  const epoch = Math.floor(ctx.clock.now().getTime() / 1000)
  const result = await verify({ secret, token: code, epoch, epochTolerance: TOLERANCE_SECONDS })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}
