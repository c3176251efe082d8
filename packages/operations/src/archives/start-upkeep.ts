import { setTimeout as delay } from 'node:timers/promises'
import { UPKEEP_CHANNEL } from '@sotay/tenancy'
import type { OperationsContext } from '../context'
import { runUpkeep } from './run-upkeep'

/** The part of a log that is used here. */
interface Log {
  info(about: object, message: string): void
  warn(about: object, message: string): void
}

const EVERY_MS = 60_000
const STOP_WITHIN_MS = 5_000

/**
 * Keeps provinces from now on: once a minute, and at once when an archive is asked for. Needs the owner's login, so it
 * runs where that is: in the console's process, never in the web's or the worker's.
 */
export async function startUpkeep(ctx: OperationsContext, log: Log): Promise<{ stop(): Promise<void> }> {
  let stopped = false
  let running: Promise<void> | undefined
  let again = false
  const told = new Set<string>()
  const round = async () => {
    do {
      again = false
      try {
        const { taken, drilled, removed, failures } = await runUpkeep(ctx)
        if (taken.length + drilled.length + removed.length > 0) log.info({ taken, drilled, removed }, 'upkeep')
        for (const failure of failures) tell(failure)
      } catch (error) {
        tell({ slug: '', failure: error instanceof Error ? error.message : String(error) })
      }
    } while (again && !stopped)
  }
  // A missing program fails every province every minute: it is told once.
  const tell = (about: { slug: string; failure: string }) => {
    if (told.has(about.failure)) return
    told.add(about.failure)
    log.warn(about, 'upkeep failed')
  }
  const look = () => {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    running = round().finally(() => {
      running = undefined
    })
  }
  const timer = setInterval(look, EVERY_MS)
  await ctx.directory.platform.sql.listen(UPKEEP_CHANNEL, look)
  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      // An archive half taken is taken anew: what runs is not waited for longer than a stop may last.
      await Promise.race([running, delay(STOP_WITHIN_MS, undefined, { ref: false })])
    },
  }
}
