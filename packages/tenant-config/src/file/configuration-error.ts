/** One thing wrong in a file; `line` and `column` count from 1, `path` reads like `roles[2].at`. */
export interface ConfigurationIssue {
  file: string
  line: number
  column: number
  path: string
  message: string
  allowed?: string[]
}

/** A configuration file that cannot be used; says everything that is wrong with it at once, in Vietnamese. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'

  constructor(readonly issues: ConfigurationIssue[]) {
    super(issues.map(describeIssue).join('\n'))
  }
}

/** One line for a terminal: file, place, what is wrong, what is allowed. */
export function describeIssue(issue: ConfigurationIssue): string {
  const place = `${issue.file}:${issue.line}:${issue.column}`
  const subject = issue.path ? `${issue.path}: ` : ''
  const allowed = issue.allowed?.length ? ` Được phép: ${issue.allowed.join(' | ')}.` : ''
  return `${place} ${subject}${issue.message}.${allowed}`
}
