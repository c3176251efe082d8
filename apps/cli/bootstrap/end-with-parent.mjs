// Loaded first by each process the supervisor starts. The channel closes when the supervisor ends, however it ends.
process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), 10_000).unref()
})
// Listening on the channel must not keep a finished process alive.
process.channel?.unref()
