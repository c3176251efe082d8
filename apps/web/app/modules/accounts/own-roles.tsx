import type { readOwnAccount } from '@sotay/domain/accounts'
import { useLocale, useZone } from '@sotay/i18n'
import { DataTable, DateTime, formatDate, Notice } from '@sotay/ui'
import { useText } from './texts'

type Own = Awaited<ReturnType<typeof readOwnAccount>>
export type NamedRole = Own['roles'][number] & { name: string }

/** The roles one holds, and until when. */
export function OwnRoles({ roles }: { roles: NamedRole[] }) {
  const t = useText()
  if (roles.length === 0) return <p>{t('own.noRoles')}</p>
  return (
    <DataTable
      caption={t('own.roles')}
      rows={roles}
      rowKey={(row) => `${row.role} ${row.unitName} ${row.until}`}
      columns={[
        { key: 'role', header: t('own.role'), cell: (row) => row.name },
        { key: 'unit', header: t('own.roleUnit'), cell: (row) => row.unitName },
        {
          key: 'until',
          header: t('own.until'),
          cell: (row) => (row.until ? <DateTime at={row.until} show="date" /> : t('own.untilOpen')),
        },
      ]}
    />
  )
}

/** What is withheld, why, and whom to ask. */
export function OwnRestriction({ restriction, contact }: { restriction: Own['restriction']; contact: string }) {
  const t = useText()
  const style = { zone: useZone(), locale: useLocale() }
  if (!restriction) return null
  return (
    <Notice tone="warning" title={t('own.restricted', { until: formatDate(restriction.until, style) })}>
      <p>{t('own.restrictedWhy', { reason: restriction.reason })}</p>
      <p>
        {t('own.restrictedWhat')} {contact}
      </p>
    </Notice>
  )
}
