import type { TenantContext } from '@sotay/kernel'
import { texts } from '../../shell/texts.server'

/** The document's title: what the page shows, then the site. */
export const pageTitle = (ctx: TenantContext, title: string): string => `${title} · ${ctx.config.brand.app}`

/** `pageTitle` of words among the module's texts. */
export const namedTitle = (ctx: TenantContext, key: string): string => pageTitle(ctx, texts.t(`news:${key}`))
