import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const CLI = join(import.meta.dirname, '../../apps/cli/build/main.js')
const PATIENCE_MS = 240_000
const slugs = ['quangngai', 'bentre', 'binhphuoc', 'cds-tw']
/** Copies of Quảng Ngãi in which no tier has ended yet, one for each width. */
const copies = ['qn-phone', 'qn-desk']

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

/** A province's folder under another name, with units that have not ended. @returns its tenant.yaml */
async function copyProvince(from: string, slug: string, to: string): Promise<string> {
  await cp(join(import.meta.dirname, '../../tenants', from), to, { recursive: true })
  const rewrite = async (file: string, change: (text: string) => string) =>
    writeFile(file, change(await readFile(file, 'utf8')))
  const configuration = join(to, 'tenant.yaml')
  await rewrite(configuration, (text) =>
    text.replace(/^slug: .*$/m, `slug: ${slug}`).replace(/^domains: .*$/m, `domains: [${slug}.example.vn]`),
  )
  await rewrite(join(to, 'content/units.yaml'), (text) => text.replace(/^ +until: .*\n/gm, ''))
  return configuration
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
  const sotay = async (...args: string[]) =>
    (await promisify(execFile)(process.execPath, [CLI, ...args, '--json'], { env })).stdout
  for (const slug of copies) {
    const file = await copyProvince('quangngai', slug, join(data, 'copies', slug))
    await sotay('tenant', 'create', file)
    await sotay('demo', 'seed', file)
  }
  const people: Record<string, unknown> = {}
  for (const slug of [...slugs, ...copies]) people[slug] = JSON.parse(await sotay('demo', 'people', '--tenant', slug))
  const named = ['--email', 'e2e@sotay.example', '--name', 'Người vận hành thử', '--role', 'owner']
  const operator: unknown = JSON.parse(await sotay('operator', 'create', ...named))
  const file = join(data, 'e2e.json')
  await writeFile(file, JSON.stringify({ port, consolePort: port + 1, people, operator }))
  process.env.SOTAY_E2E = file
  return async () => {
    child.removeAllListeners('exit')
    child.kill('SIGTERM')
    await once(child, 'exit')
    await rm(data, { recursive: true, force: true })
  }
}
