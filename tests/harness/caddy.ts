import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@sotay/embedded'

const CADDYFILE = join(import.meta.dirname, '../../infra/caddy/Caddyfile')
const PATIENCE_MS = 90_000

export interface ReverseProxy {
  /** Of its TLS listener. */
  port: number
  stop(): Promise<void>
}

/** Starts Caddy with the very file of `infra/`, in front of sites on loopback, certified by an authority of its own. */
export async function startCaddy(sites: readonly number[]): Promise<ReverseProxy> {
  const folder = await mkdtemp(join(tmpdir(), 'sotay-caddy-'))
  const [port, plain] = [await freePort(), await freePort()]
  const child = spawn('caddy', ['run', '--config', CADDYFILE, '--adapter', 'caddyfile'], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_CONFIG_HOME: folder,
      SOTAY_HTTP_PORT: String(plain),
      SOTAY_HTTPS_PORT: String(port),
      SOTAY_ASK: `http://127.0.0.1:${sites[0]}/tls/ask`,
      SOTAY_WEB: sites.map((site) => `127.0.0.1:${site}`).join(' '),
      SOTAY_CADDY_OPTIONS: 'local_certs\n\tskip_install_trust',
    },
  })
  const started = await Promise.race([once(child, 'error'), listening(plain)])
  if (started) throw started[0]
  return {
    port,
    async stop() {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function listening(port: number): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    if (await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).catch(() => undefined)) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('caddy did not answer')
}
