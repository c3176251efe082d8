import { derive } from '@sotay/tenancy'
import { operator } from '@sotay/tenancy/schema'
import { eq } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { createOperator } from '../platform/create-operator'
import { base32, readable } from './personas'

/** The vendor's person of a demonstration; the secrets follow from the installation's own. */
export interface DemoOperator {
  email: string
  name: string
  role: 'owner'
  password: string
  totpSecret: string
}

/** Makes the demonstration's operator unless there is one, and says how to sign in. */
export async function demoOperator(ctx: OperationsContext): Promise<DemoOperator> {
  const secret = (purpose: string) => Buffer.from(derive(ctx.settings.secret, `demo-operator:${purpose}`), 'base64url')
  const person: DemoOperator = {
    email: 'vanhanh@sotay.example',
    name: 'Người vận hành minh họa',
    role: 'owner',
    password: readable(secret('password')),
    totpSecret: base32(secret('totp').subarray(0, 20)),
  }
  const [known] = await ctx.platform.select({ id: operator.id }).from(operator).where(eq(operator.email, person.email))
  if (!known) await createOperator(ctx, person)
  return person
}
