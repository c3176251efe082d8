import { Hono } from 'hono'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { type Listening, listen } from './listen'

export interface Metrics {
  registry: Registry
  /** Seconds of each answer, by province and status class. */
  observe(labels: { tenant: string; method: string; status: number }, seconds: number): void
}

export function processMetrics(service: string): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ service })
  collectDefaultMetrics({ register: registry })
  const answers = new Histogram({
    name: 'sotay_http_request_seconds',
    help: 'Time to answer a request',
    labelNames: ['tenant', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  return {
    registry,
    observe: ({ tenant, method, status }, seconds) =>
      answers.observe({ tenant, method, status: `${Math.floor(status / 100)}xx` }, seconds),
  }
}

/** Serves `/metrics` on a loopback port of its own. @param port 0 takes a free one */
export function serveMetrics({ registry }: Metrics, port: number): Promise<Listening> {
  const app = new Hono()
  app.get('/metrics', async (c) => c.text(await registry.metrics(), 200, { 'Content-Type': registry.contentType }))
  return listen(app, { host: '127.0.0.1', port })
}
