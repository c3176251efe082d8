import { createHash } from 'node:crypto'

/** What the database knows of a session's token. */
export const sessionHash = (token: string): string => createHash('sha256').update(token).digest('hex')
