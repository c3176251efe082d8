import { createHmac } from 'node:crypto'

/** A key for one purpose, derived from the installation's secret; nothing derived is ever stored. */
export const derive = (secret: string, purpose: string): string =>
  createHmac('sha256', secret).update(purpose).digest('base64url')

/** The password of a database login. */
export const rolePassword = (secret: string, role: string): string => derive(secret, `database-role:${role}`)
