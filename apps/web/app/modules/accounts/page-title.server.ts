import type { TenantContext } from '@sotay/kernel'
import { texts } from '../../shell/texts.server'

/** The document's title: the page, then the site. @param key within the module's texts */
export const pageTitle = (ctx: TenantContext, key: string, params?: Record<string, string>): string =>
  `${texts.t(`accounts:${key}`, params)} · ${ctx.config.brand.app}`
