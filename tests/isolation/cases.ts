import { makeAccount } from '@sotay/domain/accounts/factory'
import { makeArticle } from '@sotay/domain/news/factory'
import { systemClock } from '@sotay/kernel'
import type { RoleKey } from '@sotay/tenant-config'
import type { PeopledProvince } from '../harness/province'

/** What a route shows to whom. A new route needs its line here: the suite enumerates the site's own route table. */
export interface RouteCase {
  /** `public`: anybody. `signed-in`: any member. Otherwise the permission that opens it. */
  who: 'public' | 'signed-in' | `${string}.${string}`
  /** The id its path takes, of something that exists in the province. */
  id?: (province: PeopledProvince) => Promise<string>
  /** It takes posts alone; a GET of it is a 404 or 405. */
  postOnly?: true
  /** The role that opens the id above, by holding it at or above the unit the id belongs to. */
  opener?: RoleKey
}

const awaitingAccount = async ({ ctx, make }: PeopledProvince) => {
  const member = await make.member()
  const given = { memberId: member.id, password: { hash: 'không dùng' }, status: 'awaiting_approval' } as const
  return (await makeAccount({ ...ctx, clock: systemClock }, given)).accountId
}

const publishedArticle = async ({ ctx, units }: PeopledProvince) =>
  (await makeArticle({ ...ctx, clock: systemClock }, { unitId: units.grassroots.id, published: true })).id

const draft = async ({ ctx, units }: PeopledProvince) =>
  (await makeArticle({ ...ctx, clock: systemClock }, { unitId: units.grassroots.id })).id

export const cases: Record<string, RouteCase> = {
  '/': { who: 'public' },
  '/*': { who: 'public' },
  '/ngoai-tuyen': { who: 'public' },
  '/hien-thi': { who: 'public', postOnly: true },
  '/dang-ky': { who: 'public' },
  '/dang-ky/ma': { who: 'public' },
  '/dang-ky/mat-khau': { who: 'public' },
  '/dang-ky/cho-phe-duyet': { who: 'public' },
  '/quen-mat-khau': { who: 'public' },
  '/quen-mat-khau/ma': { who: 'public' },
  '/quen-mat-khau/mat-khau': { who: 'public' },
  '/dang-nhap': { who: 'public' },
  '/dang-nhap/xac-thuc': { who: 'public' },
  '/dang-nhap/thiet-lap': { who: 'public' },
  '/dang-nhap/mat-khau-moi': { who: 'public' },
  '/dang-xuat': { who: 'public', postOnly: true },
  '/toi': { who: 'signed-in' },
  '/toi/mat-khau': { who: 'signed-in' },
  '/toi/bao-mat': { who: 'signed-in' },
  '/quan-tri/tai-khoan': { who: 'accounts.approve' },
  '/quan-tri/tai-khoan/:accountId': {
    who: 'accounts.approve',
    id: awaitingAccount,
    opener: 'committee_secretary',
  },
  '/tin-tuc': { who: 'news.read' },
  '/tin-tuc/:articleId': { who: 'news.read', id: publishedArticle, opener: 'member' },
  // The job that speaks it has not run: even its own reader finds no file yet.
  '/tin-tuc/:articleId/am-thanh': { who: 'news.read', id: publishedArticle },
  '/toa-soan': { who: 'news.write' },
  '/toa-soan/moi': { who: 'news.write' },
  '/toa-soan/:articleId': { who: 'news.write', id: draft, opener: 'editor' },
}
