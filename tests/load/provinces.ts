import { join } from 'node:path'
import { columnsInForce } from '@sotay/domain/news'
import { makeArticle } from '@sotay/domain/news/factory'
import { unit } from '@sotay/domain/organisation'
import { createTenant, loadMembers, readTenantFolder, seedDemo, type TenantFolder } from '@sotay/operations'
import { isNull } from 'drizzle-orm'
import type { Instance } from './instance'

/** Articles of a province's own board: more than the longest list shows. */
const ARTICLES = 30

/** Quảng Ngãi's folder under another name: a full province of four tiers. */
export async function provinceFolder(slug: string): Promise<TenantFolder> {
  const folder = await readTenantFolder(join(process.cwd(), 'tenants/quangngai'))
  return { ...folder, configuration: { ...folder.configuration, slug, name: `Tỉnh thử ${slug}`, domains: [] } }
}

/** Makes provinces without people that the instance has not yet. @returns their slugs */
export async function makeProvinces({ operations }: Instance, count: number): Promise<string[]> {
  const slugs = Array.from({ length: count }, (_, index) => `tinh-${index + 1}`)
  for (const slug of slugs) {
    if (!operations.directory.bySlug(slug)) await createTenant(operations, (await provinceFolder(slug)).configuration)
  }
  return slugs
}

const peopled = new WeakMap<Instance, Map<string, number>>()

/** Fills a province with the demonstration's tree, people and news, up to `members`. What was done is not done again. */
export async function peopleProvince(instance: Instance, slug: string, members: number): Promise<void> {
  const done = peopled.get(instance) ?? new Map<string, number>()
  peopled.set(instance, done)
  if (done.get(slug) === members) return
  const { operations } = instance
  await seedDemo(operations, await provinceFolder(slug))
  await loadMembers(operations, slug, { members })
  const record = operations.directory.bySlug(slug)!
  const ctx = await operations.directory.context(record, { actor: operations.actor })
  const [root] = await ctx.db.select({ id: unit.id }).from(unit).where(isNull(unit.parentId))
  const [column] = columnsInForce(ctx)
  for (let number = 1; number <= ARTICLES; number++) {
    const title = `Tin thử số ${number}: hội nghị sơ kết công tác xây dựng Đảng quý ${(number % 4) + 1}`
    const summary = `Đại biểu các đảng bộ trực thuộc trao đổi ${number} cách làm ở cơ sở và việc cần làm trong quý tới.`
    await makeArticle(ctx, { unitId: root!.id, column: column!.key, title, summary, published: true })
  }
  done.set(slug, members)
}
