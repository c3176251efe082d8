import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { say } from './say'

/** A process of the installation, as data. */
export interface ChildPlan {
  name: string
  /** Built file that Node runs. */
  entry: string
  env: Record<string, string>
  /** Answers 200 once the process serves. */
  ready?: string
}

export interface Children {
  /** Process ids by name. */
  pids(): Record<string, number>
  /** Names that were planned and have no build. */
  missing: string[]
  stop(): Promise<void>
}

const LONGEST_PAUSE_MS = 30_000
const STEADY_MS = 60_000
const STOP_WITHIN_MS = 12_000

/**
 * Starts the processes and keeps them running: one that ends unasked is started again, later each time.
 * Each gets a channel to this process; when that closes, because this process was killed, `watch` ends it.
 * @param options watch: module that a child loads first and that ends it with its parent; logs: folder that receives what
 *   they print, this process's own output when absent
 */
export async function startChildren(
  plans: readonly ChildPlan[],
  { watch, logs }: { watch: string; logs?: string },
): Promise<Children> {
  const running = new Map<string, ChildProcess>()
  const missing = plans.filter((plan) => !existsSync(plan.entry)).map((plan) => plan.name)
  let stopping = false

  const launch = (plan: ChildPlan): ChildProcess => {
    const { SOTAY_TRACE: _, ...inherited } = process.env
    const output = logs ? openSync(join(logs, `${plan.name}.log`), 'a') : 'inherit'
    const child = spawn(process.execPath, ['--import', watch, plan.entry], {
      env: { ...inherited, ...plan.env },
      stdio: ['ignore', output, output, 'ipc'],
      // A group of its own: Ctrl-C in the terminal reaches this process alone, which then stops the others in order.
      detached: true,
    })
    if (typeof output === 'number') closeSync(output)
    running.set(plan.name, child)
    return child
  }

  const keep = async (plan: ChildPlan) => {
    for (let pause = 500; !stopping; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const since = performance.now()
      const how = await ending(launch(plan))
      running.delete(plan.name)
      if (stopping) return
      if (performance.now() - since > STEADY_MS) pause = 500
      say(
        `${plan.name} ngừng đột ngột (${how}); chạy lại sau ${pause / 1000} giây.${logs ? ` Nhật ký: ${join(logs, `${plan.name}.log`)}` : ''}`,
      )
      await delay(pause)
    }
  }

  const kept = plans.filter((plan) => !missing.includes(plan.name)).map((plan) => ({ plan, end: keep(plan) }))
  const children: Children = {
    missing,
    pids: () => Object.fromEntries([...running].map(([name, child]) => [name, child.pid ?? 0])),
    async stop() {
      stopping = true
      await Promise.all([...running.values()].map(stopChild))
    },
  }
  await Promise.all(kept.map(({ plan }) => untilReady(plan, () => stopping))).catch(async (error) => {
    await children.stop()
    throw error
  })
  return children
}

const ending = (child: ChildProcess): Promise<string> =>
  new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `mã ${code}`))
  })

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = ending(child)
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS)
  await ended
  clearTimeout(force)
}

const READY_WITHIN_MS = 60_000

async function untilReady({ name, ready }: ChildPlan, stopping: () => boolean): Promise<void> {
  if (!ready) return
  const until = performance.now() + READY_WITHIN_MS
  let last = 'không trả lời'
  while (performance.now() < until && !stopping()) {
    try {
      const answer = await fetch(ready, { signal: AbortSignal.timeout(3_000) })
      if (answer.ok) return
      last = `trả lời ${answer.status} ${(await answer.text()).slice(0, 120)}`
    } catch {
      // Not listening yet.
    }
    await delay(100)
  }
  if (!stopping()) throw new Error(`${name} không sẵn sàng sau ${READY_WITHIN_MS / 1000} giây: ${last}`)
}
