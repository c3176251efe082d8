import type { listSessions, listSignIns } from '@sotay/domain/accounts'
import { Button, DataTable, DateTime, EmptyState } from '@sotay/ui'
import { useText } from './texts'

type Device = Awaited<ReturnType<typeof listSessions>>[number]
type SignIn = Awaited<ReturnType<typeof listSignIns>>[number]

/** The devices that are signed in, each with its way out. */
export function DeviceTable({ devices }: { devices: Device[] }) {
  const t = useText()
  const name = ({ device, current }: Device) =>
    `${device || t('own.unknownDevice')}${current ? ` (${t('own.thisDevice')})` : ''}`
  return (
    <DataTable
      caption={t('own.devices')}
      rows={devices}
      rowKey={(row) => row.sessionId}
      columns={[
        { key: 'device', header: t('own.device'), cell: name },
        { key: 'since', header: t('own.since'), cell: ({ since }) => <DateTime at={since} show="day-time" /> },
      ]}
      actions={(row) =>
        row.current ? null : (
          <form method="post">
            <input type="hidden" name="sessionId" value={row.sessionId} />
            <Button tone="quiet" name="act" value="end-device">
              {t('own.endDevice')}
            </Button>
          </form>
        )
      }
    />
  )
}

export function SignInTable({ signIns }: { signIns: SignIn[] }) {
  const t = useText()
  if (signIns.length === 0) return <EmptyState title={t('own.noHistory')} />
  return (
    <DataTable
      caption={t('own.history')}
      rows={signIns}
      rowKey={(row) => row.id}
      columns={[
        { key: 'at', header: t('own.at'), cell: ({ at }) => <DateTime at={at} show="day-time" /> },
        { key: 'outcome', header: t('own.outcome'), cell: ({ outcome }) => t(`own.outcomes.${outcome}`) },
        { key: 'device', header: t('own.device'), cell: ({ device }) => device || t('own.unknownDevice') },
      ]}
    />
  )
}
