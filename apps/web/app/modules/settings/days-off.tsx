import { Card, DataTable, DateTime } from '@sotay/ui'
import type { DayOff } from './days-off.server'
import { useText } from './texts'

/** The year as the calendar reads it: which days are off, and why. */
export function DaysOff({ years }: { years: { year: number; days: DayOff[] }[] }) {
  const t = useText()
  return (
    <Card title={t('daysOff.title')}>
      {years.map(({ year, days }) => (
        <DataTable
          key={year}
          caption={t('daysOff.year', { year: String(year) })}
          rows={days}
          rowKey={(row) => row.from}
          columns={[
            { key: 'name', header: t('daysOff.name'), cell: (row) => row.name },
            { key: 'from', header: t('daysOff.from'), cell: (row) => <DateTime at={row.from} /> },
            { key: 'to', header: t('daysOff.to'), cell: (row) => <DateTime at={row.to} /> },
          ]}
        />
      ))}
    </Card>
  )
}
