import type { Sums } from '@sotay/domain/adoption'
import type { NameFilter } from '@sotay/domain/adoption/inputs'
import { Card, Quantity, SummaryList } from '@sotay/ui'
import { namesAddress } from './addresses'
import { useText } from './texts'

interface BaseFactsProps {
  unitId: string
  total: Sums
  activeDays: number
  /** Whether the reader may open the names behind the numbers. */
  names: boolean
}

/** Everybody in one place each: what the denominators are made of, and how far people have come. */
export function BaseFacts({ unitId, total, activeDays, names }: BaseFactsProps) {
  const t = useText()
  const fact = (key: string, count: number, filter?: NameFilter) => ({
    label: t(`base.${key}`),
    value: (
      <>
        <Quantity value={count} />
        {names && filter && count > 0 ? (
          <>
            {' '}
            <a href={namesAddress(unitId, filter)}>
              {t('names.open')}
              <span className="off-screen"> {t(`names.${filter}`)}</span>
            </a>
          </>
        ) : null}
      </>
    ),
  })
  return (
    <>
      <Card title={t('overview.key')}>
        <SummaryList
          items={[
            fact('registered', total.registered),
            fact('notRegistered', total.members - total.registered - total.awaiting, 'not-registered'),
            fact('awaiting', total.awaiting, 'awaiting'),
            fact('active', total.active),
            fact('inactive', total.registered - total.active, 'inactive'),
            fact('cells', total.cells),
          ]}
        />
        <p className="hint">{t('base.activeHow', { days: activeDays })}</p>
      </Card>
      <Card title={t('base.title')}>
        <SummaryList
          items={[
            fact('members', total.members),
            fact('probationary', total.probationary),
            fact('exempt', total.exempt),
            fact('counted', total.counted),
            fact('without', total.without_smartphone, 'without-smartphone'),
            fact('unknown', total.smartphone_unknown, 'unknown-smartphone'),
            fact('probationaryRegistered', total.probationary_registered),
            fact('probationaryActive', total.probationary_active),
          ]}
        />
        <p className="hint">{t('base.sum')}</p>
      </Card>
    </>
  )
}
