import type { readAccount } from '@sotay/domain/accounts'
import type { SummaryItem } from '@sotay/ui'
import { DateTime } from '@sotay/ui'
import { AccountStateTag } from './account-state-tag'

type Account = Awaited<ReturnType<typeof readAccount>>

/** What an officer needs to see before acting on an account. */
export function accountFacts(account: Account, t: (key: string) => string): SummaryItem[] {
  const { restrictedUntil, restrictionReason, reason, passwordExpiresAt } = account
  const restricted = account.state === 'restricted' && restrictedUntil
  return [
    { label: t('manage.state'), value: <AccountStateTag state={account.state} /> },
    ...(restricted ? [{ label: t('manage.restricted'), value: <DateTime at={restrictedUntil} show="date" /> }] : []),
    ...(restricted ? [{ label: t('manage.reason'), value: restrictionReason }] : []),
    ...(!restricted && reason ? [{ label: t('manage.reason'), value: reason }] : []),
    { label: t('queue.cardNumber'), value: account.cardNumber },
    { label: t('queue.unit'), value: account.unitName },
    { label: t('manage.phone'), value: account.phone ?? t('own.noPhone') },
    { label: t('manage.registeredAt'), value: <DateTime at={account.registeredAt} show="day-time" /> },
    ...(passwordExpiresAt
      ? [{ label: t('manage.letter'), value: <DateTime at={passwordExpiresAt} show="date" /> }]
      : []),
    { label: t('manage.secondFactor'), value: t(account.secondFactor ? 'manage.on' : 'manage.off') },
    { label: t('manage.devices'), value: account.devices },
  ]
}
