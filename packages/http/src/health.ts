import { Hono } from 'hono'

/** Parts a process needs, each a check that rejects while the part is away. */
export type Checks = Record<string, () => Promise<unknown>>

const PATIENCE_MS = 2_000

/** `/healthz`: the process answers. `/readyz`: what it needs answers too; 503 names the part that does not. */
export function health(checks: Checks): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/readyz', async (c) => {
    const names = Object.keys(checks)
    const results = await Promise.allSettled(names.map((name) => withPatience(checks[name]!())))
    const failing = names.filter((_, index) => results[index]?.status === 'rejected')
    return failing.length > 0 ? c.json({ ok: false, failing }, 503) : c.json({ ok: true })
  })
  return app
}

async function withPatience(check: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('late')), PATIENCE_MS)
  })
  await Promise.race([check, late]).finally(() => clearTimeout(timer))
}
