import { NotFound } from '@sotay/kernel'
import { type OperatorLinkKind, type OperatorRole, operatorLink } from '@sotay/tenancy/schema'
import { and, eq, gt } from 'drizzle-orm'
import { generateURI } from 'otplib'
import type { OperationsContext } from '../context'
import { openOperatorSecret } from '../platform/operator-secret'
import { sessionHash } from './session-hash'

/** What the person behind a link is shown. */
export interface OpenOperatorLink {
  kind: OperatorLinkKind
  email: string
  name: string
  role: OperatorRole
  totpSecret: string
  totpUri: string
}

/** Opens a link without using it. @throws NotFound when it was used, replaced, is too old or never was */
export async function readOperatorLink(ctx: OperationsContext, token: string): Promise<OpenOperatorLink> {
  const { kind, email, name, role, operatorId, totpSecret } = await loadLink(ctx, token)
  const secret = openOperatorSecret(ctx, { id: operatorId, totpSecret })
  return { kind, email, name, role, totpSecret: secret, totpUri: factorAddress(email, secret) }
}

/** What an authenticator app is given. */
export const factorAddress = (email: string, secret: string): string =>
  generateURI({ issuer: 'Sổ tay (vận hành)', label: email, secret })

export async function loadLink(ctx: OperationsContext, token: string): Promise<typeof operatorLink.$inferSelect> {
  const [link] = await ctx.platform
    .select()
    .from(operatorLink)
    .where(and(eq(operatorLink.id, sessionHash(token)), gt(operatorLink.expiresAt, ctx.clock.now())))
  if (!link) throw new NotFound()
  return link
}
