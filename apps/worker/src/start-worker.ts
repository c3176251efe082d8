import { modules } from '@sotay/domain'
import { openFileStore } from '@sotay/files'
import { health, type Listening, type Logger, listen, processMetrics } from '@sotay/http'
import { openQueue, startConsumers, startRelay, startSchedules } from '@sotay/jobs'
import type { JobPorts } from '@sotay/kernel'
import { demoOutbox, noGateway } from '@sotay/messages'
import {
  adoptRevision,
  OUTBOX_CHANNEL,
  openDirectory,
  PLATFORM_ROLE,
  recordSentMessage,
  rolePassword,
  type Settings,
} from '@sotay/tenancy'
import { findVoice } from './find-voice'
import { startHousekeeping } from './housekeeping'
import { jobMetrics } from './job-metrics'
import { provincesOf } from './provinces'

const STOP_WITHIN_MS = 8_000

export interface Worker {
  /** Loopback port of `/healthz`, `/readyz` and `/metrics`. */
  port: number
  /** Takes no more work and ends what is in hand, ten seconds at most. */
  stop(): Promise<void>
}

/** Starts everything that happens without a request: outboxes, queue, schedules, upkeep. */
export async function startWorker(settings: Settings, log: Logger): Promise<Worker> {
  const store = openFileStore(settings.files)
  const directory = await openDirectory({ settings, manifests: modules, store, application: 'sotay-worker' })
  const platform = directory.platform
  const provinces = provincesOf(directory)
  const queue = await openQueue({
    connection: { ...placeOf(settings), user: PLATFORM_ROLE, password: rolePassword(settings.secret, PLATFORM_ROLE) },
    schema: 'queue',
    jobs: modules.flatMap((manifest) => manifest.jobs),
    log,
  })
  const metrics = processMetrics('worker')
  const counts = jobMetrics(metrics, platform.db)
  const ports: JobPorts = {
    sendText: textSender(settings, platform.db).send,
    synthesize: await findVoice(log),
    adoptRevision: (adopted) => adoptRevision(platform.db, adopted),
  }

  const consumers = startConsumers({
    queue,
    modules,
    provinces,
    ports,
    log,
    onFinished({ tenantId, job, outcome, seconds }) {
      counts.seconds.observe({ job, outcome }, seconds)
      relay.finished(tenantId)
    },
  })
  const onRelayed = (count: number) => {
    counts.relayed.inc(count)
    consumers.ring()
  }
  const relay = startRelay({ queue, provinces, log, onRelayed })
  const stopSchedules = startSchedules({ queue, modules, provinces, log, onSent: consumers.ring })
  const housekeeping = startHousekeeping({ platform: platform.db, provinces, log })
  // Heard again after each reconnection, when news may have been missed.
  const news = await platform.sql.listen(OUTBOX_CHANNEL, relay.look, relay.lookAtAll)

  const server = await serveState(settings.metricsPort, {
    database: () => platform.sql`select 1`,
    store: () => store.check(),
    queue: () => queue.check(),
  })
  return { port: server.port, stop }

  async function stop() {
    stopSchedules()
    await news.unlisten().catch(() => {})
    await Promise.all([relay.stop(), consumers.stop(STOP_WITHIN_MS), housekeeping.stop(), server.close()])
    await queue.close()
    await directory.close()
  }

  function serveState(port: number, checks: Parameters<typeof health>[0]): Promise<Listening> {
    const app = health(checks)
    app.get('/metrics', async (c) =>
      c.text(await metrics.registry.metrics(), 200, { 'Content-Type': metrics.registry.contentType }),
    )
    return listen(app, { host: '127.0.0.1', port })
  }
}

const placeOf = ({ database: { host, port, database } }: Settings) => ({ host, port, database })

const textSender = (settings: Settings, platform: Parameters<typeof recordSentMessage>[0]) =>
  settings.demo
    ? demoOutbox(({ to, ...message }) => recordSentMessage(platform, { ...message, recipient: to, at: new Date() }))
    : noGateway
