import { isUniqueViolation, type PlatformDb } from '@sotay/db'
import { Conflict, Invalid, NotFound } from '@sotay/kernel'
import { operator, operatorLink } from '@sotay/tenancy/schema'
import { and, eq, isNull } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { hashOperatorPassword, isOperatorPassword } from '../platform/operator-password'
import { openOperatorSecret } from '../platform/operator-secret'
import { recordOperation } from '../record-operation'
import { asOperator } from './as-operator'
import { codeStep } from './code-step'
import { operatorPassword, type UseLink, useLinkInput } from './inputs'
import { codeLimit, countTry, emailLimit } from './limit-tries'
import { loadLink } from './read-operator-link'

type Link = typeof operatorLink.$inferSelect

/**
 * Uses a link up: an invitation makes the account with the chosen password, a reset gives the account its new second
 * factor when the password is the old one.
 * @throws NotFound for a link that works no more · Invalid by field · Conflict when the address has an account by now
 */
export async function useOperatorLink(ctx: OperationsContext, input: UseLink): Promise<{ email: string }> {
  const { token, password, code } = useLinkInput.parse(input)
  const link = await loadLink(ctx, token)
  await countTry(ctx, [codeLimit(link.operatorId), emailLimit(link.email)])
  const step = await codeStep(ctx, openOperatorSecret(ctx, { id: link.operatorId, totpSecret: link.totpSecret }), code)
  if (step === undefined) throw new Invalid({ code: ['operations.code-refused'] })
  const given = { totpSecret: link.totpSecret, totpStep: step }
  await (link.kind === 'invitation' ? join(ctx, link, password, given) : renew(ctx, link, password, given))
  const acting = asOperator(ctx, link.operatorId)
  await recordOperation(acting, link.kind === 'invitation' ? 'operator.joined' : 'operator.second-factor-set', null)
  return { email: link.email }
}

type Factor = Pick<typeof operator.$inferInsert, 'totpSecret' | 'totpStep'>

async function join(ctx: OperationsContext, link: Link, password: string, factor: Factor): Promise<void> {
  const { operatorId: id, email, name, role } = link
  const chosen = operatorPassword.safeParse(password)
  if (!chosen.success) throw new Invalid({ password: ['operations.password-short'] })
  const passwordHash = await hashOperatorPassword(chosen.data)
  await ctx.platform
    .transaction(async (tx) => {
      await takeLink(tx as unknown as PlatformDb, link)
      await tx.insert(operator).values({ id, email, name, role, passwordHash, ...factor, createdAt: ctx.clock.now() })
    })
    .catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new Conflict('operations.operator-exists', { email })
      throw error
    })
}

async function renew(ctx: OperationsContext, link: Link, password: string, factor: Factor): Promise<void> {
  const whose = and(eq(operator.id, link.operatorId), isNull(operator.disabledAt))
  const [known] = await ctx.platform.select({ passwordHash: operator.passwordHash }).from(operator).where(whose)
  if (!known) throw new NotFound()
  if (!(await isOperatorPassword(known.passwordHash, password))) {
    throw new Invalid({ password: ['operations.password-refused'] })
  }
  await ctx.platform.transaction(async (tx) => {
    await takeLink(tx as unknown as PlatformDb, link)
    await tx.update(operator).set(factor).where(whose)
  })
}

/** Of two that use a link at once one succeeds. */
async function takeLink(tx: PlatformDb, { id }: Link): Promise<void> {
  const taken = await tx.delete(operatorLink).where(eq(operatorLink.id, id)).returning({ id: operatorLink.id })
  if (taken.length === 0) throw new NotFound()
}
