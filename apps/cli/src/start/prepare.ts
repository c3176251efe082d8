import {
  applyTenant,
  createTenant,
  type DemoOperator,
  demoOperator,
  listTenantFolders,
  migrateTenants,
  type OperationsContext,
  openOperations,
  ownRevision,
  preparePlatformOnce,
  publishBrand,
  readDrawings,
  readTenantFolder,
  seedDemo,
  sweepHalfMade,
  type TenantFolder,
} from '@sotay/operations'
import type { Settings } from '@sotay/tenancy'
import { Refused } from '../refused'
import { say } from './say'

export interface Prepared {
  slugs: string[]
  operator: DemoOperator | undefined
}

/**
 * Reads the folders of all provinces, so that a mistake in one is told before anything runs.
 * @throws ConfigurationError naming file and line · Refused when two provinces claim one domain
 */
export async function readFolders(tenantsFolder: string): Promise<TenantFolder[]> {
  const folders: TenantFolder[] = []
  for (const path of await listTenantFolders(tenantsFolder)) folders.push(await readTenantFolder(path))
  for (const folder of folders) await readDrawings(folder)
  assertDomainsDiffer(folders)
  return folders
}

/**
 * Brings the installation to what this version and `tenants/` say: catalogue, bucket, provinces, their tables and
 * configuration, demonstration people where it is a demonstration.
 */
export async function prepare(settings: Settings, folders: readonly TenantFolder[]): Promise<Prepared> {
  await preparePlatformOnce(settings)
  const ctx = await openOperations(settings, { kind: 'operator', operatorId: 'start' })
  try {
    await ctx.store.ensureBucket()
    await sweepHalfMade(ctx)
    const failed = (await migrateTenants(ctx, { keepGoing: true })).filter((line) => line.failure)
    for (const { slug, failure } of failed) say(`Không cập nhật được bảng của ${slug}: ${failure}`)
    for (const folder of folders) await bringUp(ctx, folder)
    const operator = settings.demo ? await demoOperator(ctx) : undefined
    return { slugs: folders.map(({ configuration }) => configuration.slug), operator }
  } finally {
    await ctx.close()
  }
}

async function bringUp(ctx: OperationsContext, folder: TenantFolder): Promise<void> {
  const { configuration } = folder
  const { slug, name } = configuration
  const started = performance.now()
  const spent = () => `${((performance.now() - started) / 1000).toFixed(1)} giây`
  if (!ctx.directory.bySlug(slug)) {
    await createTenant(ctx, configuration)
    say(`Đã tạo ${name} (${spent()}).`)
  } else if (await ownRevision(ctx, slug)) {
    say(`${name} đã tự ban hành cấu hình; tệp trong tenants/ không được áp đè lên.`)
  } else {
    const { changed, revision } = await applyTenant(ctx, configuration, 'npm start')
    if (changed) say(`Đã ban hành cấu hình bản ${revision} của ${name}.`)
  }
  await publishBrand(ctx, folder)
  if (!ctx.settings.demo) return
  const { members, units, personas } = await seedDemo(ctx, folder)
  if (members + personas > 0)
    say(`Dữ liệu minh họa của ${slug}: ${units} đơn vị, ${members + personas} người (${spent()}).`)
}

function assertDomainsDiffer(folders: readonly TenantFolder[]): void {
  const owners = new Map<string, string>()
  for (const { path, configuration } of folders) {
    for (const domain of configuration.domains) {
      const owner = owners.get(domain)
      if (owner)
        throw new Refused(
          `Hai tỉnh cùng khai tên miền ${domain}: ${owner} và ${path}. Sửa mục domains của một trong hai.`,
        )
      owners.set(domain, path)
    }
  }
}
