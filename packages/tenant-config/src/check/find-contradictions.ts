import type { TenantConfiguration } from '../configuration'
import type { Finding } from '../file/describe-zod-issue'
import { checkCites } from './check-cites'
import { checkDuplicates } from './check-duplicates'
import { checkReferences } from './check-references'
import { checkShape } from './check-shape'

/** What a schema cannot see: references that lead nowhere, doubles, impossible periods, missing companions. */
export const findContradictions = (config: TenantConfiguration): Finding[] => [
  ...checkCites(config),
  ...checkDuplicates(config),
  ...checkReferences(config),
  ...checkShape(config),
]
