import {
  columnsInForce,
  publishArticle,
  readDeskArticle,
  reviseArticle,
  submitArticle,
  toPlainText,
  withdrawArticle,
} from '@sotay/domain/news'
import { authorize, may, type TenantContext } from '@sotay/kernel'
import { redirectWithFlash } from '../../server/flash.server'
import type { Visit } from '../../server/tenant-loader'
import { titleOf } from '../../shell/page-title.server'
import { contentOf, momentForField } from './article-content.server'
import type { DeskAct } from './desk-act'

export async function readDeskPage(ctx: TenantContext, { params }: Visit) {
  const { body, eventAt, ...article } = await readDeskArticle(ctx, { articleId: params.articleId ?? '' })
  return {
    article: { ...article, text: toPlainText(body), eventAt: momentForField(ctx, eventAt) },
    columns: columnsInForce(ctx),
    may: { publish: may(ctx, 'news.publish') },
    now: ctx.clock.now(),
    title: titleOf(ctx, article.title),
  }
}

const done = { save: 'saved', submit: 'submitted', publish: 'published', withdraw: 'withdrawn' } as const

/** Saves, then submits or publishes; or withdraws. */
export async function actOnArticle(ctx: TenantContext, chosen: DeskAct, { params }: Visit): Promise<Response> {
  const articleId = params.articleId ?? ''
  if (chosen.act === 'withdraw') await withdrawArticle(ctx, { articleId, reason: chosen.reason })
  else {
    // Before anything is saved: nothing is half done for who may not publish.
    if (chosen.act === 'publish') authorize(ctx, 'news.publish')
    const { version } = await reviseArticle(ctx, { articleId, version: chosen.version, ...contentOf(ctx, chosen) })
    if (chosen.act === 'submit') await submitArticle(ctx, { articleId, version })
    if (chosen.act === 'publish') await publishArticle(ctx, { articleId, version })
  }
  return redirectWithFlash(
    chosen.act === 'save' ? `/toa-soan/${articleId}` : '/toa-soan',
    `news:flash.${done[chosen.act]}`,
  )
}
