import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** argon2id, 19 MiB, two passes: OWASP's second profile; about 25 ms on a server core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** @param password in any Unicode form; it is hashed in NFC, as keyboards differ */
export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST)

/** Hash of nothing anybody can type, so that an unknown card costs what a known one costs (H24). */
let nobody: Promise<string> | undefined

/** Compares in the same time whether or not there is an account to compare with. */
export async function verifyPassword(known: string | undefined, password: string): Promise<boolean> {
  nobody ??= hash(temporaryPassword(), COST)
  const right = await verify(known ?? (await nobody), password.normalize('NFC'))
  return right && known !== undefined
}

/** Letters and digits that are not mistaken for one another on paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password for a printed letter: three groups of four. */
export function temporaryPassword(): string {
  const group = () => Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')
  return [group(), group(), group()].join('-')
}
