import { fromPlainText } from '@sotay/domain/news'
import type { TenantContext } from '@sotay/kernel'
import { instantOf, localOf } from '@sotay/tenant-config'
import type { ArticleForm } from './article-form'

/** What was typed, as the verbs take it. */
export function contentOf({ config }: TenantContext, { column, title, summary, body, eventAt }: ArticleForm) {
  const at = eventAt ? instantOf(eventAt.slice(0, 10), eventAt.slice(11), config.timezone) : null
  return { column, title, summary, body: fromPlainText(body), eventAt: at }
}

/** A moment as the field for day and time shows it, on the province's clock. */
export function momentForField({ config }: TenantContext, at: Date | null): string {
  if (!at) return ''
  const { date, time } = localOf(at, config.timezone)
  return `${date}T${time.slice(0, 5)}`
}
