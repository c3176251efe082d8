import { createHash, randomBytes } from 'node:crypto'

/** A token that cannot be guessed; the database gets `hashOf` it. */
export const newToken = (): string => randomBytes(32).toString('base64url')

export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
