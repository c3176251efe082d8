import type { AdoptionOverview } from '@sotay/domain/adoption'
import { Card, DataTable, DateTime, LineChart, Quantity } from '@sotay/ui'
import { mainIndex, percentOf } from './figures'
import { ShareWords } from './share-words'
import { useText } from './texts'

/** How the first target with figures was reached over time. */
export function Timeline({ targets, points }: Pick<AdoptionOverview, 'targets' | 'points'>) {
  const t = useText()
  const main = mainIndex(points.at(-1)?.figures ?? [])
  const target = targets[main]
  if (!target || points.length < 2) return null
  const rows = points.map(({ day, figures }) => ({ day, figure: figures[main]! }))
  return (
    <Card title={t('table.points')}>
      <LineChart
        caption={t('chart.line', { target: target.name })}
        target={{ percent: target.percent, label: t('chart.targetLine', { percent: target.percent }) }}
        points={rows.flatMap(({ day, figure }) => {
          const percent = percentOf(figure)
          return percent === null ? [] : [{ day, percent }]
        })}
      />
      <details>
        <summary>{t('table.figures')}</summary>
        <DataTable
          caption={t('chart.line', { target: target.name })}
          rows={[...rows].reverse()}
          rowKey={(row) => row.day}
          columns={[
            { key: 'day', header: t('table.day'), cell: (row) => <DateTime at={row.day} show="date" /> },
            {
              key: 'base',
              header: t('table.base'),
              numeric: true,
              cell: (row) => <Quantity value={row.figure.base ?? 0} />,
            },
            {
              key: 'reached',
              header: t('table.reached'),
              numeric: true,
              cell: (row) => <Quantity value={row.figure.reached ?? 0} />,
            },
            {
              key: 'share',
              header: t('table.share'),
              numeric: true,
              cell: (row) => <ShareWords figure={row.figure} />,
            },
          ]}
        />
      </details>
    </Card>
  )
}
