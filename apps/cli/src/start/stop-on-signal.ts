import { say } from './say'

/**
 * Stops everything once on Ctrl-C, SIGTERM, SIGHUP, or when the process that started this one is gone; then exits.
 * @returns aborted from the moment the stop began
 */
export function stopOnSignal(stop: () => Promise<void>): AbortSignal {
  const begun = new AbortController()
  const leave = () => {
    if (begun.signal.aborted) return
    begun.abort()
    say('Đang dừng…')
    stop().finally(() => {
      say('Đã dừng.')
      process.exit(0)
    })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave)
  process.on('disconnect', leave)
  // A closed terminal or pipe must not end this process before its children.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  return begun.signal
}
