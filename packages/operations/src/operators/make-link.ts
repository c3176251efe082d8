import { randomBytes } from 'node:crypto'
import type { PlatformDb } from '@sotay/db'
import { type OperatorLinkKind, operatorLink } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import { generateSecret } from 'otplib'
import type { OperationsContext } from '../context'
import { sealOperatorSecret } from '../platform/operator-secret'
import { actorName } from '../record-operation'
import { sessionHash } from './session-hash'

/** A link is handed over in person or by telephone; whoever waits longer asks again. */
const LINK_HOURS = 48

/** To be handed over once; the database has its hash. */
export interface OperatorLink {
  token: string
  expiresAt: Date
}

type Whose = Pick<typeof operatorLink.$inferInsert, 'operatorId' | 'email' | 'name' | 'role'>

/** Makes a link that works once; an earlier one for the same address works no more. */
export async function makeLink(
  ctx: OperationsContext,
  tx: PlatformDb,
  kind: OperatorLinkKind,
  whose: Whose,
): Promise<OperatorLink> {
  const token = randomBytes(32).toString('base64url')
  const createdAt = ctx.clock.now()
  const expiresAt = new Date(createdAt.getTime() + LINK_HOURS * 3_600_000)
  await tx.delete(operatorLink).where(eq(operatorLink.email, whose.email))
  await tx.insert(operatorLink).values({
    id: sessionHash(token),
    kind,
    ...whose,
    totpSecret: sealOperatorSecret(ctx.settings, whose.operatorId, generateSecret()),
    madeBy: actorName(ctx.actor),
    createdAt,
    expiresAt,
  })
  return { token, expiresAt }
}
