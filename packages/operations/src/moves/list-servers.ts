import { DEFAULT_PLACEMENT } from '@sotay/tenancy'
import { databaseServer } from '@sotay/tenancy/schema'
import { asc } from 'drizzle-orm'
import type { OperationsContext } from '../context'

export interface ServerSummary {
  key: string
  host: string
  port: number
  database: string
  /** Provinces that live on it. */
  tenants: number
}

/** Every database server, the installation's own first. */
export async function listServers(ctx: OperationsContext): Promise<ServerSummary[]> {
  await ctx.directory.refresh()
  const { host, port, database } = ctx.settings.database
  const others = await ctx.platform.select().from(databaseServer).orderBy(asc(databaseServer.key))
  const records = ctx.directory.list()
  return [{ key: DEFAULT_PLACEMENT, host, port, database }, ...others].map((server) => ({
    ...server,
    tenants: records.filter(({ placement }) => placement === server.key).length,
  }))
}
