import type { TenantContext } from '@sotay/kernel'
import { demonstrationBranch } from '../organisation'
import { fromPlainText } from './article-text'
import { boardsInForce } from './boards'
import { columnsInForce } from './columns'
import { type DemoArticle, demoArticles } from './demo-articles'
import { draftArticle } from './draft-article'
import { publishArticle } from './publish-article'
import { submitArticle } from './submit-article'

const HOUR_MS = 60 * 60 * 1000

/** Fills a demonstration province with fictional news of each level that a member of its first cell sees. */
export async function demoNews(ctx: TenantContext): Promise<void> {
  const columns = columnsInForce(ctx).map((column) => column.key)
  const way = await unitsWithBoards(ctx)
  if (columns.length === 0 || way.length === 0) return
  for (const [index, article] of demoArticles.entries()) {
    const unitId = way[Math.min(article.level, way.length - 1)]!
    const column = article.columns.find((key) => columns.includes(key)) ?? columns[index % columns.length]!
    await write(ctx, article, { unitId, column })
  }
}

/** The way to the cell of the demonstration's people, without what lies above the first editorial board. */
async function unitsWithBoards(ctx: TenantContext): Promise<string[]> {
  const way = await demonstrationBranch(ctx)
  if (way.at(-1)?.kind !== 'cell') return []
  const levels = boardsInForce(ctx).map((board) => board.level)
  const first = way.findIndex((entry) => levels.includes(entry.level))
  return first < 0 ? [] : way.slice(first).map((entry) => entry.id)
}

async function write(
  ctx: TenantContext,
  { title, summary, text, hoursAgo, state }: DemoArticle,
  place: { unitId: string; column: string },
): Promise<void> {
  const ago = (hours: number) => new Date(ctx.clock.now().getTime() - hours * HOUR_MS)
  const then = { ...ctx, clock: { now: () => ago(hoursAgo) } }
  const drafted = await draftArticle(then, {
    ...place,
    title,
    summary,
    body: fromPlainText(text),
    eventAt: ago(hoursAgo + 3),
  })
  const version = { articleId: drafted.id, version: drafted.version }
  if (state === 'submitted') await submitArticle(then, version)
  if (state === 'published') await publishArticle(then, version)
}
