import type { TenantContext } from '@sotay/kernel'
import { columnsInForce } from './columns'
import { type Article, draftArticle } from './draft-article'
import type { DraftArticle } from './inputs'
import { publishArticle } from './publish-article'

/** Drafts an article, and publishes it when asked, with whatever a test did not care to say. */
export async function makeArticle(
  ctx: TenantContext,
  { published = false, ...given }: Partial<DraftArticle> & Pick<DraftArticle, 'unitId'> & { published?: boolean },
): Promise<Article> {
  const drafted = await draftArticle(ctx, {
    column: columnsInForce(ctx)[0]!.key,
    title: 'Chi bộ thử sinh hoạt thường kỳ',
    summary: 'Một tin dùng để thử.',
    body: '<p>Nội dung dùng để thử.</p>',
    ...given,
  })
  return published ? publishArticle(ctx, { articleId: drafted.id, version: drafted.version }) : drafted
}
