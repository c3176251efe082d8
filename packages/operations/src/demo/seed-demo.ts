import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { modules } from '@sotay/domain'
import { unit } from '@sotay/domain/organisation'
import { audit, type TenantContext, transaction } from '@sotay/kernel'
import { operationEntry } from '@sotay/tenancy/schema'
import { parseUnitsFile, type UnitsFile } from '@sotay/tenant-config'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { OperationsContext } from '../context'
import { findTenant } from '../find-tenant'
import { recordOperation } from '../record-operation'
import type { TenantFolder } from '../tenants/read-tenant-folder'
import { withLock } from '../with-lock'
import { endUnits } from './end-units'
import { fictionalMember } from './fictional-member'
import { insertMembers, insertUnits } from './insert-rows'
import { makePersonas } from './make-personas'
import { planTree } from './plan-tree'
import { randomFrom } from './random'

export interface SeededDemo {
  units: number
  members: number
  personas: number
  /** Keys of the modules whose own demonstration was run now. */
  modules: string[]
}

/**
 * Fills a province with a tree and fictional people drawn from its `content/units.yaml`, then with each module's own
 * demonstration. What was done is not done again.
 * @throws NotFound for an unknown province · ConfigurationError for a broken units file
 */
export async function seedDemo(ctx: OperationsContext, folder: TenantFolder): Promise<SeededDemo> {
  const { slug, demo } = folder.configuration
  return withLock(ctx, `demo:${slug}`, async () => {
    const province = await ctx.directory.context(await findTenant(ctx, slug), { actor: ctx.actor })
    const path = demo && join(folder.path, demo.units)
    const file = path && parseUnitsFile(await readFile(path, 'utf8'), path, province.config.organisation.levels)
    const planted = file && (await isBare(province)) ? await plant(province, file) : { units: 0, members: 0 }
    if (file) await endUnits(province, file)
    const personas = await makePersonas(province)
    return { ...planted, personas, modules: await seedModules(ctx, province) }
  })
}

async function isBare({ db }: TenantContext): Promise<boolean> {
  const [child] = await db
    .select({ id: unit.id })
    .from(unit)
    .where(and(ne(unit.kind, 'agency'), sql`${unit.parentId} is not null`))
    .limit(1)
  return child === undefined
}

async function plant(province: TenantContext, file: UnitsFile) {
  const random = randomFrom(province.tenant.slug)
  return transaction(province, async (tx) => {
    const [root] = await tx.db.select({ id: unit.id, path: unit.path }).from(unit).where(isNull(unit.parentId))
    const units = planTree(tx.config, file, root!, random)
    await insertUnits(tx, units)
    const range = file.generate?.members
    const cells = range ? units.filter((entry) => entry.kind === 'cell') : []
    let index = 0
    for (const cell of cells) {
      const size = random.between(range!.min, range!.max)
      const today = tx.clock.now()
      const members = Array.from({ length: size }, () =>
        fictionalMember(tx.config, random, { index: ++index, unitId: cell.id, today }),
      )
      await insertMembers(tx, members)
    }
    audit(tx, 'organisation.unit-created', null, { count: units.length })
    audit(tx, 'members.added', null, { count: index })
    return { units: units.length, members: index }
  })
}

async function seedModules(ctx: OperationsContext, province: TenantContext): Promise<string[]> {
  const { slug } = province.tenant
  const marks = and(eq(operationEntry.operation, 'demo.module'), eq(operationEntry.tenantSlug, slug))
  const rows = await ctx.platform.select({ details: operationEntry.details }).from(operationEntry).where(marks)
  const done = new Set(
    rows.filter(({ details }) => details.tenantId === province.tenant.id).map(({ details }) => details.module),
  )
  const run: string[] = []
  for (const { key, demo } of modules) {
    if (!demo || !province.config.enabled.has(key) || done.has(key)) continue
    await demo(province)
    await recordOperation(ctx, 'demo.module', slug, { module: key, tenantId: province.tenant.id })
    run.push(key)
  }
  return run
}
