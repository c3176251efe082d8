import { audit, authorize, Conflict, Invalid, NotFound, type TenantContext, transaction } from '@sotay/kernel'
import { and, eq, isNull } from 'drizzle-orm'
import { endSessionsOf } from './end-sessions'
import { type OwnTotp, ownTotpInput, type TotpSetup, totpSetupInput } from './inputs'
import { loadCredentials } from './load-credentials'
import { consume, forget } from './rate-limits'
import { account } from './schema'
import { secondFactorLimit } from './sign-in-limits'
import { nextStep, readStep, type SignInStep } from './sign-in-step'
import { offerTotp, type TotpOffer, totpStepOf } from './totp'

/** Offers a secret during a sign-in whose role demands a second factor. @throws Conflict when the sign-in lapsed */
export async function offerSecondFactor(
  ctx: TenantContext,
  { token, shown }: { token: string; shown?: string },
): Promise<TotpOffer> {
  authorize(ctx, 'accounts.signIn')
  const known = await readStep(ctx, 'second-factor-setup', token)
  return offerTotp(ctx, known.accountId, known.cardNumber, shown)
}

/** Stores the offered secret once its first code is right, and goes on with the sign-in. */
export async function setUpSecondFactor(ctx: TenantContext, input: TotpSetup): Promise<SignInStep> {
  authorize(ctx, 'accounts.signIn')
  const { token, device, ...given } = totpSetupInput.parse(input)
  const known = await readStep(ctx, 'second-factor-setup', token)
  await store(ctx, known.accountId, given)
  return nextStep(ctx, { ...known, totpSecret: null, roles: [] }, device)
}

/** Offers a secret to the signed-in actor. @throws Conflict when a second factor is set up already */
export async function offerOwnSecondFactor(ctx: TenantContext, { shown }: { shown?: string } = {}): Promise<TotpOffer> {
  authorize(ctx, 'accounts.own')
  if (ctx.actor.kind !== 'member') throw new NotFound()
  const known = await loadCredentials(ctx, eq(account.id, ctx.actor.accountId))
  if (!known) throw new NotFound()
  if (known.totpSecret) throw new Conflict('accounts.second-factor-exists')
  return offerTotp(ctx, known.accountId, known.cardNumber, shown)
}

/** Stores the actor's second factor; their other devices must sign in anew. */
export async function setUpOwnSecondFactor(ctx: TenantContext, input: OwnTotp): Promise<void> {
  authorize(ctx, 'accounts.own')
  if (ctx.actor.kind !== 'member') throw new NotFound()
  await store(ctx, ctx.actor.accountId, ownTotpInput.parse(input), ctx.actor.sessionId)
}

async function store(ctx: TenantContext, accountId: string, { sealed, code }: OwnTotp, kept?: string): Promise<void> {
  const limit = secondFactorLimit(accountId)
  await consume(ctx, 'accounts.too-many-sign-ins', [limit])
  const step = await totpStepOf(ctx, accountId, sealed, code)
  if (step === undefined) throw new Invalid({ code: ['accounts.second-factor-refused'] })
  await transaction(ctx, async (tx) => {
    const [stored] = await tx.db
      .update(account)
      .set({ totpSecret: sealed, totpStep: step })
      .where(and(eq(account.id, accountId), isNull(account.totpSecret)))
      .returning({ id: account.id })
    if (!stored) throw new Conflict('accounts.second-factor-exists')
    await endSessionsOf(tx, accountId, kept)
    audit(tx, 'accounts.second-factor-set', stored)
  })
  await forget(ctx, [limit])
}
