import { randomInt } from 'node:crypto'
import { isUniqueViolation } from '@sotay/db'
import { Conflict, newId } from '@sotay/kernel'
import { type OperatorRole, operator } from '@sotay/tenancy/schema'
import { generateSecret, generateURI } from 'otplib'
import { z } from 'zod'
import type { OperationsContext } from '../context'
import { recordOperation } from '../record-operation'
import { hashOperatorPassword, operatorPassword } from './operator-password'
import { sealOperatorSecret } from './operator-secret'

const createOperatorInput = z.object({
  email: z.email().max(200).toLowerCase(),
  name: z.string().trim().min(2).max(120),
  role: z.enum(['viewer', 'operator', 'owner'] satisfies OperatorRole[]).default('operator'),
  /** Made up when absent. */
  password: operatorPassword.optional(),
  /** Base32; made up when absent. */
  totpSecret: z
    .string()
    .regex(/^[A-Z2-7]{32,64}$/)
    .optional(),
})
export type CreateOperator = z.input<typeof createOperatorInput>

/** What the new operator must be told; it cannot be read again. */
export interface CreatedOperator {
  id: string
  email: string
  role: OperatorRole
  password: string
  totpSecret: string
  totpUri: string
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/**
 * Adds a person of the vendor's who may use the console. Password and second factor are handed out once.
 * @throws Conflict when the address has an account
 */
export async function createOperator(ctx: OperationsContext, input: CreateOperator): Promise<CreatedOperator> {
  const { password = randomPassword(), totpSecret = generateSecret(), ...fields } = createOperatorInput.parse(input)
  const id = newId()
  const row = {
    id,
    ...fields,
    passwordHash: await hashOperatorPassword(password),
    totpSecret: sealOperatorSecret(ctx.settings, id, totpSecret),
    createdAt: ctx.clock.now(),
  }
  await ctx.platform
    .insert(operator)
    .values(row)
    .catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new Conflict('operations.operator-exists', { email: fields.email })
      throw error
    })
  await recordOperation(ctx, 'operator.created', null, { operatorId: id, role: fields.role })
  const totpUri = generateURI({ issuer: 'Sổ tay (vận hành)', label: fields.email, secret: totpSecret })
  return { id, email: fields.email, role: fields.role, password, totpSecret, totpUri }
}

const randomPassword = (): string =>
  Array.from({ length: 20 }, (_, index) => (index % 5 === 4 ? '-' : ALPHABET[randomInt(ALPHABET.length)]))
    .join('')
    .slice(0, 19)
