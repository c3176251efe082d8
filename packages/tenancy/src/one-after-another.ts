/**
 * Runs `work` on each call, never twice at once: calls that come while it runs are answered by one more run, which
 * begins after them.
 */
export function oneAfterAnother(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const start = () => {
    running = work().finally(() => {
      running = undefined
    })
    return running
  }
  return () => {
    if (!running) return start()
    next ??= running.then(
      () => again(),
      () => again(),
    )
    return next
  }
  function again(): Promise<void> {
    next = undefined
    return start()
  }
}
