import { Button, Select, Tabs, TextInput } from '@sotay/ui'
import { useText } from './texts'

export interface QueueFiltersProps {
  filters: { tim: string; noi: string; cho: number }
}

const WAITS = [3, 7, 14, 30]

export function QueueFilters({ filters }: QueueFiltersProps) {
  const t = useText()
  const waits = WAITS.map((days) => ({ value: String(days), label: t('queue.waitingSome', { days }) }))
  return (
    <form method="get" className="filters">
      <TextInput name="tim" type="search" label={t('queue.search')} defaultValue={filters.tim} width={20} />
      <TextInput name="noi" type="search" label={t('queue.unitFilter')} defaultValue={filters.noi} width={20} />
      <Select
        name="cho"
        label={t('queue.waitingDays')}
        placeholder={t('queue.waitingAny')}
        options={waits}
        defaultValue={filters.cho ? String(filters.cho) : ''}
      />
      <Button tone="secondary">{t('queue.find')}</Button>
    </form>
  )
}

/** What waits, and what was approved today and can still be taken back. */
export function QueueTabs({ current }: { current: 'waiting' | 'today' }) {
  const t = useText()
  const items = [
    { href: '/quan-tri/tai-khoan', label: t('queue.waiting'), current: current === 'waiting' },
    { href: '/quan-tri/tai-khoan/da-duyet', label: t('queue.today'), current: current === 'today' },
  ]
  return <Tabs label={t('queue.tabs')} items={items} />
}
