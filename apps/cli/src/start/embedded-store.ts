import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { Refused } from '../refused'
import { say } from './say'

export interface StorePlan {
  entry: string
  root: string
  region: string
  accessKey: string
  secretKey: string
}

export interface EmbeddedStore {
  port: number
  pid(): number
  stop(): Promise<void>
}

/**
 * Starts the object store in a process of its own and keeps it running on one port. It ends with this process, whose end
 * closes its standard input.
 * @throws Refused with the store's own sentence
 */
export async function startEmbeddedStore(plan: StorePlan): Promise<EmbeddedStore> {
  await mkdir(plan.root, { recursive: true })
  let stopping = false
  let { child, port } = await launch(plan, 0)
  const keep = async () => {
    while (true) {
      await exited(child)
      if (stopping) return
      say('Kho tệp ngừng đột ngột; chạy lại.')
      await delay(500)
      const again = await launch(plan, port).catch(() => undefined)
      if (again) child = again.child
    }
  }
  const end = keep()
  return {
    port,
    pid: () => child.pid ?? 0,
    async stop() {
      stopping = true
      child.kill('SIGTERM')
      await end
    },
  }
}

async function launch(plan: StorePlan, port: number): Promise<{ child: ChildProcess; port: number }> {
  const child = spawn(process.execPath, [plan.entry], {
    env: {
      PATH: process.env.PATH,
      SOTAY_OBJECT_ROOT: plan.root,
      SOTAY_OBJECT_PORT: String(port),
      SOTAY_S3_REGION: plan.region,
      SOTAY_S3_ACCESS_KEY: plan.accessKey,
      SOTAY_S3_SECRET_KEY: plan.secretKey,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
  })
  const [first] = await Promise.race([firstLine(child), exited(child).then(() => [] as string[])])
  const told = JSON.parse(first ?? '{}') as { port?: number; error?: string; hint?: string }
  if (!told.port)
    throw new Refused(`Kho tệp không chạy được: ${told.error ?? 'không rõ lý do'} ${told.hint ?? ''}`.trim())
  child.stdout?.resume()
  return { child, port: told.port }
}

const firstLine = (child: ChildProcess): Promise<string[]> =>
  new Promise((resolve) => createInterface({ input: child.stdout! }).once('line', (line) => resolve([line])))

const exited = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    child.once('exit', () => resolve())
  })
