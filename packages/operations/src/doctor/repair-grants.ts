import { createSchema, grantSchema, type TenantRecord } from '@sotay/tenancy'
import { type OperationsContext, provinceLine } from '../context'
import { recordOperation } from '../record-operation'

/** Gives a province's login its password, limits and grants anew; its rows are not touched. */
export async function repairGrants(ctx: OperationsContext, { schema, server, slug }: TenantRecord): Promise<void> {
  const owner = ctx.owner(server)
  await createSchema(owner, server.database, schema, ctx.settings.secret)
  await grantSchema(owner, { schema, role: schema }, provinceLine)
  await recordOperation(ctx, 'tenant.grants-repaired', slug)
}
