import { seal, type TenantContext, unseal } from '@sotay/kernel'
import { and, eq, isNull, lt, or } from 'drizzle-orm'
import { generateSecret, generateURI, verify } from 'otplib'
import { account } from './schema'

/** One step of thirty seconds to either side, for clocks that are not exact. */
const TOLERANCE_SECONDS = 30

/** What an authenticator app is given. */
export interface TotpOffer {
  secret: string
  /** otpauth: address, for a link or a QR picture. */
  uri: string
  /** The secret sealed for this account, to come back with the first code. */
  sealed: string
}

/**
 * Offers a secret; nothing is stored until a code made with it comes back.
 * @param shown what was offered before: the same is offered again, as an app may hold it by now
 */
export function offerTotp(ctx: TenantContext, accountId: string, label: string, shown?: string): TotpOffer {
  const before = shown ? unseal(ctx, { purpose: 'accounts:box:totp', subject: accountId }, shown) : undefined
  const secret = before ?? generateSecret()
  return {
    secret,
    uri: generateURI({ issuer: ctx.config.brand.app, label, secret }),
    sealed: sealTotp(ctx, accountId, secret),
  }
}

export const sealTotp = (ctx: TenantContext, accountId: string, secret: string): string =>
  seal(ctx, { purpose: 'accounts:box:totp', subject: accountId }, secret)

/** The step a code belongs to, or nothing when the code or the sealed secret is wrong. */
export async function totpStepOf(ctx: TenantContext, accountId: string, sealed: string, code: string) {
  const secret = unseal(ctx, { purpose: 'accounts:box:totp', subject: accountId }, sealed)
  if (!secret || !/^\d{6}$/.test(code)) return undefined
  const epoch = Math.floor(ctx.clock.now().getTime() / 1000)
  const result = await verify({ secret, token: code, epoch, epochTolerance: TOLERANCE_SECONDS })
  return result.valid && 'timeStep' in result ? result.timeStep : undefined
}

/** Accepts a code of `step` once: false when that step, or a later one, was accepted before. */
export async function takeTotpStep(ctx: TenantContext, accountId: string, step: number): Promise<boolean> {
  const taken = await ctx.db
    .update(account)
    .set({ totpStep: step })
    .where(and(eq(account.id, accountId), or(isNull(account.totpStep), lt(account.totpStep, step))))
    .returning({ id: account.id })
  return taken.length === 1
}
