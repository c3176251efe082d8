import { type FileStore, tenantFiles } from '@sotay/files'
import {
  type Actor,
  type Clock,
  type CompiledConfiguration,
  compileConfiguration,
  type ModuleManifest,
  newId,
  systemClock,
  type TenantContext,
} from '@sotay/kernel'
import { CATALOGUE_CHANNEL } from './announce-catalogue'
import { readCatalogue, type TenantRecord } from './catalogue'
import { readConfiguration } from './configuration-revisions'
import { hostTable } from './hosts'
import { oneAfterAnother } from './one-after-another'
import { openPlatform, tenantPools } from './pools'
import type { Settings } from './settings'
import { signaturesOf } from './signatures'
import { tenantKey } from './tenant-keys'
import { upkeepOf } from './upkeep'

/** Channel on the platform's database by which a process tells the worker that a province's outbox has news. */
export const OUTBOX_CHANNEL = 'outbox'

// A safety net: what changed is announced, and an announcement may be lost with its connection.
const REFRESH_MS = 2_000

export interface DirectoryOptions {
  settings: Settings
  manifests: readonly ModuleManifest[]
  store: FileStore
  application: string
  /** Connections a province may hold in this process. */
  perTenant?: number
  clock?: Clock
}

export interface ContextOptions {
  actor: Actor
  requestId?: string
  /** The context's database writes nothing, whatever it is told. */
  readOnly?: boolean
}

/** The provinces as one process sees them. Reading the host costs no query; a change is seen at once. */
export interface Directory {
  byHost(host: string): TenantRecord | undefined
  bySlug(slug: string): TenantRecord | undefined
  byId(id: string): TenantRecord | undefined
  list(): readonly TenantRecord[]
  /** The province's context, ready to hand to a verb. */
  context(record: TenantRecord, options: ContextOptions): Promise<TenantContext>
  platform: ReturnType<typeof openPlatform>
  /** What provinces' keys are for, as the modules declare it. */
  keyPurposes: readonly string[]
  refresh(): Promise<void>
  close(): Promise<void>
}

interface Loaded {
  revision: number
  held: string
  config: Promise<CompiledConfiguration>
}

export async function openDirectory(options: DirectoryOptions): Promise<Directory> {
  const { settings, manifests, store, application, perTenant = 3, clock = systemClock } = options
  const platform = openPlatform(settings.database, settings.secret, application)
  const pools = tenantPools({ secret: settings.secret, application, perTenant, maxTenants: 100 })
  const loaded = new Map<string, Loaded>()
  let records: TenantRecord[] = []
  let hosts = new Map<string, TenantRecord>()
  const purposes = new Set(manifests.flatMap(({ keyPurposes }) => keyPurposes ?? []))

  const loadConfiguration = (record: TenantRecord): Promise<CompiledConfiguration> => {
    const known = loaded.get(record.id)
    const held = [...record.held].sort().join()
    if (known?.revision === record.configRevision && known.held === held) return known.config
    const config = readConfiguration(pools.open(record), record.configRevision).then((revision) =>
      compileConfiguration(revision, record.configRevision, manifests, record.held),
    )
    loaded.set(record.id, { revision: record.configRevision, held, config })
    config.catch(() => loaded.delete(record.id))
    return config
  }

  // A province may fill the channel with announcements of its own: they cost one reading at a time.
  const refresh = oneAfterAnother(async () => {
    records = await readCatalogue(platform.db, settings.database)
    hosts = hostTable(records.filter((record) => record.status !== 'provisioning'))
    pools.settle(records)
  })
  await refresh()
  const hear = () => void refresh().catch(() => {})
  await platform.sql.listen(CATALOGUE_CHANNEL, hear, hear)
  const timer = setInterval(hear, REFRESH_MS)
  timer.unref()

  return {
    byHost: (host) => hosts.get(host),
    bySlug: (slug) => records.find((record) => record.slug === slug),
    byId: (id) => records.find((record) => record.id === id),
    list: () => records,
    platform,
    keyPurposes: [...purposes],
    refresh,
    async context(record, { actor, requestId = newId(), readOnly }) {
      const config = await loadConfiguration(record)
      return {
        tenant: {
          id: record.id,
          slug: record.slug,
          name: record.name,
          origin: originOf(record),
          notices: record.notices,
        },
        config,
        db: pools.open(record, readOnly),
        files: tenantFiles(store, record.id, record.originId ?? undefined),
        actor,
        locale: 'vi',
        clock,
        requestId,
        secretKey(purpose) {
          if (!purposes.has(purpose) && !purpose.startsWith('demo:')) throw new UndeclaredPurpose(purpose)
          return tenantKey(settings.secret, record, purpose)
        },
        signatures: signaturesOf({ secret: settings.secret, record, config, provinces: () => records }),
        upkeep: upkeepOf(platform, record, clock),
        outboxChanged: () => void platform.sql.notify(OUTBOX_CHANNEL, record.id).catch(() => {}),
      }
    },
    async close() {
      clearInterval(timer)
      await Promise.all([pools.closeAll(), platform.close()])
    },
  }
}

/** A module uses a key that its manifest does not declare: an archive would leave it behind. */
class UndeclaredPurpose extends Error {
  constructor(purpose: string) {
    super(`no manifest lists ${purpose} among its keyPurposes`)
  }
}

const originOf = (record: TenantRecord): string =>
  record.domains[0] ? `https://${record.domains[0]}` : `http://${record.slug}.localhost`
