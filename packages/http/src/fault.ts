/** What a log may hold of an error. */
export interface Fault {
  kind: string
  /** SQLSTATE or a system's code, of the innermost error that has one. */
  state?: string
  frames?: string[]
}

/** An error without its messages: they may quote what somebody typed, and a failed query quotes its parameters. */
export function faultOf(error: unknown): Fault {
  if (!(error instanceof Error)) return { kind: typeof error }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line))
  return { kind: error.name, state: codeOf(error), frames: frames?.slice(0, 8).map((line) => line.trim()) }
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  return codeOf(error.cause) ?? ('code' in error ? String(error.code) : undefined)
}
