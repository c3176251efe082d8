import type { ChangeCounts } from '@sotay/domain/reorganisation'
import { Quantity, SummaryList } from '@sotay/ui'
import { useText } from './texts'

const order: (keyof ChangeCounts)[] = [
  'unitsEnded',
  'unitsCreated',
  'unitsRenamed',
  'unitsMoved',
  'unitsRehomed',
  'unitsBelow',
  'membersBelow',
  'membersMoved',
  'rolesMoved',
  'rolesEnded',
  'seatsClosed',
]

/** How many of what a change concerns; what it leaves alone is not listed. */
export function ChangeCountsTable({ counts, done = false }: { counts: ChangeCounts; done?: boolean }) {
  const t = useText()
  const items = order
    .filter((key) => counts[key] > 0)
    .map((key) => ({ label: t(`count.${key}`), value: <Quantity value={counts[key]} /> }))
  if (items.length === 0) return null
  return (
    <section>
      <h2>{t(done ? 'count.done' : 'count.planned')}</h2>
      <SummaryList items={items} />
    </section>
  )
}
