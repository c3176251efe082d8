import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const CLI = join(import.meta.dirname, '../../apps/cli/build/main.js')
const PATIENCE_MS = 240_000
const slugs = ['quangngai', 'bentre', 'binhphuoc', 'cds-tw']

/** Two free ports, one after the other: the site's and the console's. */
async function freePorts(): Promise<number> {
  const listening = async (port: number) => {
    const server = createServer().listen(port, '127.0.0.1')
    await once(server, 'listening')
    return server
  }
  for (;;) {
    const first = await listening(0)
    const { port } = first.address() as { port: number }
    const second = await listening(port + 1).catch(() => undefined)
    first.close()
    second?.close()
    if (second) return port
  }
}

/** Starts the whole embedded installation, as `npm start` does, with data of its own; one for the run. */
export default async function startInstallation() {
  const data = await mkdtemp(join(tmpdir(), 'sotay-e2e-'))
  const port = await freePorts()
  const env = { ...process.env, SOTAY_DATA: data, SOTAY_PORT: String(port), NODE_ENV: 'production' }
  const child = spawn(process.execPath, [CLI, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  const ready = new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      if (/^ready in \d+ s$/m.test(said)) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', () => reject(new Error(`the start ended:\n${said.slice(-3000)}`)))
    setTimeout(() => reject(new Error(`not ready:\n${said.slice(-3000)}`)), PATIENCE_MS).unref()
  })
  await ready
  const people: Record<string, unknown> = {}
  for (const slug of slugs) {
    const args = [CLI, 'demo', 'people', '--tenant', slug, '--json']
    const { stdout } = await promisify(execFile)(process.execPath, args, { env })
    people[slug] = JSON.parse(stdout)
  }
  const file = join(data, 'e2e.json')
  await writeFile(file, JSON.stringify({ port, consolePort: port + 1, people }))
  process.env.SOTAY_E2E = file
  return async () => {
    child.removeAllListeners('exit')
    child.kill('SIGTERM')
    await once(child, 'exit')
    await rm(data, { recursive: true, force: true })
  }
}
