import { createHash } from 'node:crypto'
import type { TenantConfiguration } from '../configuration'
import { canonicalJson } from './canonical-json'

/** SHA-256 (hex) of the canonical JSON: does not change with key order, comments or spacing of the file. */
export const configurationHash = (config: TenantConfiguration): string =>
  createHash('sha256').update(canonicalJson(config)).digest('hex')
