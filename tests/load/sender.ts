import autocannon from 'autocannon'
import type { Burst, BurstResult } from './send-burst'

// A process of its own, so that sending takes no turn from the runner. One burst per message.
process.on('message', async ({ port, path, visitors, connections, seconds }: Burst) => {
  const requests = visitors.map(({ host, cookie }) => ({ path, headers: { Host: `${host}:${port}`, Cookie: cookie } }))
  let opened = 0
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections,
    duration: seconds,
    requests,
    // Each connection begins elsewhere in the list, so that provinces are asked side by side.
    setupClient(client) {
      const from = Math.floor((opened++ * requests.length) / connections)
      client.setRequests([...requests.slice(from), ...requests.slice(0, from)])
    },
  })
  const answered = result['2xx']
  const found: BurstResult = {
    answered,
    perSecond: answered / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    lost: result.non2xx + result.errors,
  }
  process.send!(found)
})
process.once('disconnect', () => process.exit(0))
