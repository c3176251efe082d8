import { readAdoption } from '@sotay/domain/adoption'
import { listPublishedArticles } from '@sotay/domain/news'
import { readTree } from '@sotay/domain/organisation'
import type { TenantContext } from '@sotay/kernel'
import { readMemberHome } from '../../apps/web/app/modules/home/member-home.server'
import { readRosterPage } from '../../apps/web/app/modules/members/roster-page.server'

/** A page of the site, and what its loader asks the domain for a signed-in member. */
export interface MeasuredPage {
  path: string
  read(ctx: TenantContext): Promise<unknown>
}

export const pages = {
  home: { path: '/', read: readMemberHome },
  articles: { path: '/tin-tuc', read: (ctx) => listPublishedArticles(ctx) },
  tree: { path: '/to-chuc', read: (ctx) => readTree(ctx) },
  roster: { path: '/dang-vien', read: (ctx) => readRosterPage(ctx, new URLSearchParams()) },
  adoption: { path: '/thong-ke/su-dung', read: (ctx) => readAdoption(ctx) },
} satisfies Record<string, MeasuredPage>

export type PageName = keyof typeof pages
