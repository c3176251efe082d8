import { findContradictions } from '../check/find-contradictions'
import type { TenantConfiguration } from '../configuration'
import { describeZodIssue, type Finding } from '../file/describe-zod-issue'
import { provinceSchema } from '../file/parse-tenant-file'

const MOST_ISSUES = 50

/** What a written configuration means, or everything that is wrong with it, by path. */
export type ReadWritten =
  | { configuration: TenantConfiguration; findings: [] }
  | { configuration?: undefined; findings: Finding[] }

/** Reads a configuration that never stood in a file, by the same schema and checks as a file. */
export function readWritten(written: unknown): ReadWritten {
  const read = provinceSchema.safeParse(written, { reportInput: true })
  const findings = read.success
    ? findContradictions(read.data)
    : read.error.issues.slice(0, MOST_ISSUES).flatMap((issue) => describeZodIssue(provinceSchema, issue))
  return read.success && findings.length === 0 ? { configuration: read.data, findings: [] } : { findings }
}
