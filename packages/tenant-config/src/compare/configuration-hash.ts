// The default import, because a browser bundle that uses another part of this package must still link.
import crypto from 'node:crypto'
import type { TenantConfiguration } from '../configuration'
import { canonicalJson } from './canonical-json'

/** SHA-256 (hex) of the canonical JSON: does not change with key order, comments or spacing of the file. */
export const configurationHash = (config: TenantConfiguration): string =>
  crypto.createHash('sha256').update(canonicalJson(config)).digest('hex')
