import { createSchema, grantSchema, type TenantRecord } from '@sotay/tenancy'
import { type OperationsContext, provinceLine } from '../context'

/**
 * Puts a province's present schema aside and another in its place, in one transaction. The login keeps its name and
 * loses what was put aside. For a province whose work is held.
 */
export async function adoptSchema(
  ctx: OperationsContext,
  { record, fresh, aside }: { record: TenantRecord; fresh: string; aside: string },
): Promise<void> {
  const { schema, server } = record
  const owner = ctx.owner(server)
  await owner.sql.begin(async (tx) => {
    await tx.unsafe(`set local lock_timeout = '3s'`)
    const [present] = await tx.unsafe(`select 1 from pg_namespace where nspname = $1`, [schema])
    if (present) {
      await tx.unsafe(`alter schema "${schema}" rename to "${aside}"`)
      await tx.unsafe(`revoke all on schema "${aside}" from "${schema}"`)
      await tx.unsafe(`revoke all on all tables in schema "${aside}" from "${schema}"`)
      await tx.unsafe(`revoke all on all sequences in schema "${aside}" from "${schema}"`)
    }
    await tx.unsafe(`alter schema "${fresh}" rename to "${schema}"`)
    // Whoever was signed in was so in tables that are no longer these.
    await tx.unsafe(`delete from "${schema}".session`)
    await tx.unsafe(`grant usage on schema "${schema}" to "${schema}"`)
  })
  await grantSchema(owner, { schema, role: schema }, provinceLine)
}

/** Makes a schema and a login for a copy. */
export const newSchema = (ctx: OperationsContext, schema: string): Promise<void> =>
  createSchema(ctx.owner(ctx.settings.database), ctx.settings.database.database, schema, ctx.settings.secret)
