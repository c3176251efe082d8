import { isUniqueViolation } from '@sotay/db'
import { Conflict } from '@sotay/kernel'
import { closeCatalogue, DEFAULT_PLACEMENT, prepareDatabase } from '@sotay/tenancy'
import { databaseServer } from '@sotay/tenancy/schema'
import { z } from 'zod'
import type { OperationsContext } from '../context'
import { recordOperation } from '../record-operation'

const addServerInput = z.object({
  key: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,30}$/)
    .refine((key) => key !== DEFAULT_PLACEMENT),
  host: z.string().min(1).max(200),
  port: z.number().int().min(1).max(65_535),
  database: z.string().min(1).max(63),
})
export type AddServer = z.input<typeof addServerInput>

/**
 * Makes another PostgreSQL server known and ready for provinces: closures, extensions. The owner's login is the same on
 * every server.
 * @throws ZodError · Conflict when the key is taken, or the server is the one that is there already
 */
export async function addServer(ctx: OperationsContext, input: AddServer): Promise<void> {
  const server = addServerInput.parse(input)
  const { host, port } = ctx.settings.database
  if (server.host === host && server.port === port) throw new Conflict('operations.same-server')
  const owner = ctx.owner(server)
  await prepareDatabase(owner, server.database)
  await closeCatalogue(owner)
  await ctx.platform
    .insert(databaseServer)
    .values(server)
    .catch((error: unknown) => {
      if (isUniqueViolation(error)) throw new Conflict('operations.server-exists', { key: server.key })
      throw error
    })
  await recordOperation(ctx, 'server.added', null, { key: server.key, host: server.host, port: server.port })
}
