import { type DatabaseServer, faceOf, type TenantRecord } from '@sotay/tenancy'
import { auditAnchor } from '@sotay/tenancy/schema'
import { configurationHash, type TenantConfiguration } from '@sotay/tenant-config'
import { and, eq, gt } from 'drizzle-orm'
import { type OperationsContext, provinceLine } from '../context'

export interface RestoredSchema {
  server: DatabaseServer
  schema: string
  /** The revision in force in the catalogue. */
  floor: number
  /** What must be otherwise than the archive says: a copy's slug and domains. */
  amend?: Partial<TenantConfiguration>
}

/**
 * What the catalogue must say of a province once a schema restored from an archive is its own. A configuration older
 * than the one in force, or amended, is published anew under a number never used, so that no process takes one for the
 * other.
 */
export async function restoredConfiguration(ctx: OperationsContext, { server, schema, floor, amend }: RestoredSchema) {
  const { revision, configuration } = await ctx.owner(server).sql.begin(async (tx) => {
    await tx.unsafe(`set local search_path = "${schema}", ext`)
    const [newest] = await tx.unsafe<{ revision: string; hash: string; configuration: TenantConfiguration }[]>(
      `select revision, hash, configuration from configuration_revision order by revision desc limit 1`,
    )
    const kept = Number(newest!.revision)
    const configuration = { ...newest!.configuration, ...amend }
    const hash = configurationHash(configuration)
    if (kept >= floor && hash === newest!.hash) return { revision: kept, configuration }
    const revision = Math.max(kept, floor) + 1
    await tx.unsafe(
      `insert into configuration_revision (revision, hash, configuration, published_at, published_by, reason)
      values ($1, $2, $3::text::jsonb, now(), 'sotay', 'tenant restore')`,
      [revision, hash, JSON.stringify(configuration)],
    )
    return { revision, configuration }
  })
  const migration = provinceLine.migrations.at(-1)?.name ?? null
  return { configRevision: revision, name: configuration.name, face: faceOf(configuration), migration }
}

/** Anchors of acts that an archive does not have would make its audit chain look cut off. */
export async function forgetLaterAnchors(ctx: OperationsContext, record: TenantRecord, schema: string): Promise<void> {
  const [head] = await ctx
    .owner(record.server)
    .sql.unsafe<{ sequence: string | null }[]>(`select max(sequence) as sequence from "${schema}".audit_entry`)
  const later = gt(auditAnchor.sequence, Number(head?.sequence ?? 0))
  await ctx.platform.delete(auditAnchor).where(and(eq(auditAnchor.tenantId, record.id), later))
}
