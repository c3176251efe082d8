import type { FileKey } from '@sotay/files'
import { newId } from '@sotay/kernel'
import { dropSchema, grantSchema, migrateSchema, sealKeys, tenantKeys } from '@sotay/tenancy'
import { tenant } from '@sotay/tenancy/schema'
import { type OperationsContext, provinceLine } from '../context'
import { claimDomains } from '../tenants/claim-tenant'
import { newSchema } from './adopt-schema'
import { assertEqual, type Loaded, loadArchive, sizes } from './load-archive'
import { putFile } from './put-file'
import { removeFiles } from './remove-files'
import { restoredConfiguration } from './restored-configuration'

const CLOSED = 'Bản khôi phục, chưa mở.'

/**
 * Makes a province of an archive under a slug of its own: closed until an operator opens it, without domains, with
 * nothing waiting to be sent to people. Its id is the archive's where that is free, else a new one.
 */
export async function copyTenant(ctx: OperationsContext, { slug, key }: { slug: string; key: FileKey }) {
  const server = ctx.settings.database
  const owner = ctx.owner(server)
  const schema = `t_${slug.replaceAll('-', '_')}`
  let id = newId()
  let files = 0
  await dropSchema(owner, server.database, schema)
  await newSchema(ctx, schema)
  try {
    const loaded = await loadArchive(ctx, {
      key,
      server,
      schema,
      onAbout({ tenant: origin }) {
        if (!ctx.directory.byId(origin.id)) id = origin.id
      },
      putFile: async (name, body, contentType) => {
        files++
        await putFile(ctx, id, name, body, contentType)
      },
    })
    assertEqual(loaded)
    const migrated = await migrateSchema(owner, { schema, role: schema }, provinceLine)
    await grantSchema(owner, { schema, role: schema }, provinceLine)
    await quieten(ctx, schema)
    await claim(ctx, { id, slug, schema, loaded })
    return { copy: true, ...sizes(loaded), files, migrated, aside: null, pauseMs: 0 }
  } catch (error) {
    await dropSchema(owner, server.database, schema)
    if (files > 0) await removeFiles(ctx, id)
    throw error
  }
}

/** What waited to be sent went out from the origin, or is the origin's to send. */
async function quieten(ctx: OperationsContext, schema: string): Promise<void> {
  await ctx
    .owner(ctx.settings.database)
    .sql.unsafe(
      `delete from "${schema}".session; update "${schema}".outbox set relayed_at = now() where relayed_at is null`,
    )
    .simple()
}

interface Claim {
  id: string
  slug: string
  schema: string
  loaded: Loaded
}

async function claim(ctx: OperationsContext, { id, slug, schema, loaded }: Claim): Promise<void> {
  const { tenant: origin } = loaded.about
  const besideOrigin = origin.id !== id
  const outline = { id, originId: origin.originId ?? (besideOrigin ? origin.id : null), keys: null }
  // A copy beside its origin signs for itself.
  const { signature, ...others } = loaded.keys
  const keys = besideOrigin || !signature ? others : { ...others, signature }
  const here = tenantKeys(ctx.settings.secret, outline, Object.keys(keys))
  const foreign = Object.entries(keys).some(([purpose, key]) => here[purpose] !== key)
  const server = ctx.settings.database
  // Its own domains come back with it where nobody took them; a copy under another name has none.
  const taken = new Set(ctx.directory.list().flatMap(({ domains }) => domains))
  const domains = slug === origin.slug ? origin.domains.filter((domain) => !taken.has(domain)) : []
  const known = await restoredConfiguration(ctx, { server, schema, floor: 0, amend: { slug, domains } })
  await ctx.platform.insert(tenant).values({
    ...outline,
    ...known,
    keys: foreign ? sealKeys(ctx.settings.secret, id, keys) : null,
    slug,
    schema,
    status: 'suspended',
    placement: null,
    createdAt: ctx.clock.now(),
    statusReason: CLOSED,
  })
  await claimDomains(ctx.platform, id, domains)
}
