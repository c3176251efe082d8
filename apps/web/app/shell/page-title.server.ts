import type { TenantContext } from '@sotay/kernel'
import { texts } from './texts.server'

/** The document's title: what the page shows, then the site. */
export const titleOf = (ctx: TenantContext, shown: string): string => `${shown} · ${ctx.config.brand.app}`

/** `titleOf` of words among the texts. @param key `module:path` */
export const pageTitle = (ctx: TenantContext, key: string, params?: Record<string, string>): string =>
  titleOf(ctx, texts.t(key, params))
