import national from '../../data/holidays-vn.json'
import { findContradictions } from '../check/find-contradictions'
import type { TenantConfiguration } from '../configuration'
import { tenantSchema } from '../schema/tenant'
import { parseWith } from './parse-with'

/**
 * Reads the text of a tenant.yaml.
 * @param fileName used in messages only
 * @throws ConfigurationError listing every issue with file, line, column and the allowed values
 */
export function parseTenantFile(text: string, fileName: string): TenantConfiguration {
  return parseWith(provinceSchema, text, fileName, findContradictions)
}

function addSharedRegulations(read: TenantConfiguration): TenantConfiguration {
  return { ...read, regulations: { ...national.regulations, ...read.regulations } }
}

/** A tenant.yaml with the regulations that every province may cite. */
export const provinceSchema = tenantSchema.transform(addSharedRegulations)
