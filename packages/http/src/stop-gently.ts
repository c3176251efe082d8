/** Runs `stop` once and ends the process, whichever way the end is asked for. */
export function stopGently(stop: () => Promise<void>): void {
  let stopping = false
  const end = async () => {
    if (stopping) return
    stopping = true
    await stop()
    process.exit(0)
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  // The supervisor's end closes this channel; a server nobody watches must not stay behind.
  process.once('disconnect', end)
}
