import type { TenantContext } from '@sotay/kernel'
import { texts } from '../../shell/texts.server'

/** What a card number looks like in this province, in its own words. */
export function cardHint({ config }: TenantContext): string | undefined {
  const scheme = config.accounts.cardScheme.at(-1)
  return scheme && texts.t('accounts:fields.cardHint', { hint: scheme.hint, example: scheme.example })
}
