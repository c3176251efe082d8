import type { TenantContext } from '@sotay/kernel'
import { texts } from './texts.server'

/** The document's title: the page, then the site. @param key of a text, `module:path` */
export const pageTitle = (ctx: TenantContext, key: string, params?: Record<string, string>): string =>
  `${texts.t(key, params)} · ${ctx.config.brand.app}`
