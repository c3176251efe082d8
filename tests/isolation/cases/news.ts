import { makeArticle } from '@sotay/domain/news/factory'
import { systemClock } from '@sotay/kernel'
import type { PeopledProvince } from '../../harness/province'
import type { RouteCases } from './route-case'

const publishedArticle = async ({ ctx, units }: PeopledProvince) =>
  (await makeArticle({ ...ctx, clock: systemClock }, { unitId: units.grassroots.id, published: true })).id

const draft = async ({ ctx, units }: PeopledProvince) =>
  (await makeArticle({ ...ctx, clock: systemClock }, { unitId: units.grassroots.id })).id

export const news: RouteCases = {
  '/tin-tuc': { who: 'news.read' },
  '/tin-tuc/:articleId': { who: 'news.read', id: publishedArticle, opener: 'member' },
  // The job that speaks it has not run: even its own reader finds no file yet.
  '/tin-tuc/:articleId/am-thanh': { who: 'news.read', id: publishedArticle },
  '/toa-soan': { who: 'news.write' },
  '/toa-soan/moi': { who: 'news.write' },
  '/toa-soan/:articleId': { who: 'news.write', id: draft, opener: 'editor' },
}
