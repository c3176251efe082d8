import type { HistoryEntry } from '@sotay/domain/organisation'
import { DateTime, StatusTag, Timeline } from '@sotay/ui'
import { useText } from './texts'

export interface UnitHistoryProps {
  entries: HistoryEntry[]
  /** The reader may open scans of decisions. */
  scans: boolean
}

export function UnitHistory({ entries, scans }: UnitHistoryProps) {
  const t = useText()
  return (
    <Timeline
      label={t('history.title')}
      entries={entries.map((entry) => ({
        key: `${entry.on}-${entry.turns.join('-')}`,
        planned: entry.planned,
        content: <Entry entry={entry} scans={scans} />,
      }))}
    />
  )
}

function Entry({ entry, scans }: { entry: HistoryEntry; scans: boolean }) {
  const t = useText()
  const { on, planned, turns, name, parentName, order } = entry
  const words = { name, parent: parentName ?? '' }
  const told = turns.map((turn) => t(`history.${turn === 'moved' && !parentName ? 'moved-top' : turn}`, words))
  return (
    <>
      <p>
        <strong>
          <DateTime at={on} show="date" />
        </strong>{' '}
        {planned ? <StatusTag status="pending" words={t('history.planned')} /> : null}
      </p>
      <p>{told.length > 0 ? told.join(' ') : t('history.same')}</p>
      {order ? <Paper order={order} scans={scans} /> : null}
    </>
  )
}

function Paper({ order, scans }: { order: NonNullable<HistoryEntry['order']>; scans: boolean }) {
  const t = useText()
  const { kind, decisionId, number, signedOn, signer, hasScan } = order
  return (
    <p className="meta">
      <span>{t(`history.kinds.${kind}`)}</span>
      {number && signedOn ? (
        <span>
          {t('history.decision', { number })} <DateTime at={signedOn} show="date" />, {signer}
        </span>
      ) : null}
      {scans && hasScan && decisionId ? (
        <a href={`/to-chuc/quyet-dinh/${decisionId}`} download>
          {t('history.scan')}
        </a>
      ) : null}
    </p>
  )
}
