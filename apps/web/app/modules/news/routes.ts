import { route } from '@remix-run/route-config'

const page = (path: string, file: string) => route(path, `modules/news/${file}.tsx`)

export const news = [
  page('tin-tuc', 'news-list'),
  page('tin-tuc/:articleId', 'article'),
  route('tin-tuc/:articleId/am-thanh', 'modules/news/article-audio.ts'),
  page('toa-soan', 'desk'),
  page('toa-soan/moi', 'new-article'),
  page('toa-soan/:articleId', 'desk-article'),
]
