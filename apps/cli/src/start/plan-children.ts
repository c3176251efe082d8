import { join } from 'node:path'
import { freePort } from '@sotay/embedded'
import type { Settings } from '@sotay/tenancy'
import type { ChildPlan } from './children'

/**
 * The sites and the worker, with the environment each is given.
 * @param env `SOTAY_*` that all of them share
 */
export async function planChildren(
  root: string,
  settings: Settings,
  env: Record<string, string>,
): Promise<ChildPlan[]> {
  const local = (port: number) => `http://127.0.0.1:${port}/readyz`
  const reach = (port: number) =>
    ['0.0.0.0', '::'].includes(settings.host) ? local(port) : `http://${bracketed(settings.host)}:${port}/readyz`
  const worker = await freePort()
  const plan = (name: string, entry: string, metricsPort: number, ready: string): ChildPlan => ({
    name,
    entry: join(root, 'apps', entry),
    env: { NODE_ENV: 'production', ...env, SOTAY_METRICS_PORT: String(metricsPort) },
    ready,
  })
  return [
    plan('web', 'web/build/server/index.js', await freePort(), reach(settings.port)),
    plan('console', 'console/build/server/index.js', await freePort(), reach(settings.consolePort)),
    plan('worker', 'worker/build/main.js', worker, local(worker)),
  ]
}

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host)
