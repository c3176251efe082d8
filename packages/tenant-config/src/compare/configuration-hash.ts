// The default import, because a browser bundle that uses another part of this package must still link.
import crypto from 'node:crypto'
import type { TenantConfiguration } from '../configuration'
import { canonicalJson } from './canonical-json'

/** SHA-256 (hex) of the canonical JSON: does not change with key order, comments or spacing of the file. */
export const configurationHash = (config: TenantConfiguration): string => valueHash(config)

/** The same for any JSON; absent and null are one. */
export const valueHash = (value: unknown): string =>
  crypto.createHash('sha256').update(canonicalJson(value)).digest('hex')
