import { openArticleAudio } from '@sotay/domain/news'
import { tenantLoader } from '../../server/tenant-loader'
import { answerRange } from './answer-range.server'

/** An article's spoken form; players of phones ask for it in parts. */
export const loader = tenantLoader(async (ctx, { params, request }) =>
  answerRange(await openArticleAudio(ctx, { articleId: params.articleId ?? '' }), request.headers.get('range')),
)
