import { hash, verify } from '@node-rs/argon2'
import { z } from 'zod'

/** argon2id, 19 MiB, two passes: OWASP's second profile. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** What an operator may choose as password. */
export const operatorPassword = z
  .string({ error: 'operations.password-short' })
  .min(12, 'operations.password-short')
  .max(200, 'operations.password-short')

export const hashOperatorPassword = (password: string | Buffer): Promise<string> =>
  hash(typeof password === 'string' ? password.normalize('NFC') : password, COST)

export const isOperatorPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password.normalize('NFC'))
