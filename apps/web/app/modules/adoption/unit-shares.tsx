import type { AdoptionLine, AdoptionOverview } from '@sotay/domain/adoption'
import { BarChart, Card, DataTable, Quantity, Tabs } from '@sotay/ui'
import { overviewAddress } from './addresses'
import { mainIndex, percentOf } from './figures'
import { ShareWords } from './share-words'
import { useText } from './texts'

/** More bars are no picture any more: the table beneath has every unit. */
const MOST_BARS = 150

/** The units below, by name; by share where the province ranks its units. People are never ranked. */
export function UnitShares({ overview, asked }: { overview: AdoptionOverview; asked: string | undefined }) {
  const t = useText()
  const { unit, units, targets, total, mayRank, ranked } = overview
  const main = mainIndex(total.figures)
  const target = targets[main]
  const link = (row: AdoptionLine) => <a href={overviewAddress({ unitId: row.id, day: asked })}>{row.name}</a>
  const orders = [
    { href: overviewAddress({ unitId: unit.id, day: asked }), label: t('table.byName'), current: !ranked },
    {
      href: overviewAddress({ unitId: unit.id, day: asked, ranked: true }),
      label: t('table.byShare'),
      current: ranked,
    },
  ]
  return (
    <Card title={t('table.units')}>
      {mayRank ? <Tabs label={t('table.order')} items={orders} /> : null}
      {target && units.length <= MOST_BARS ? (
        <BarChart
          caption={t('chart.units', { target: target.name })}
          target={{ percent: target.percent, label: t('chart.targetLine', { percent: target.percent }) }}
          bars={units.map((row) => ({
            key: row.id,
            label: row.name,
            percent: percentOf(row.figures[main]!),
            value: <ShareWords figure={row.figures[main]!} />,
          }))}
        />
      ) : null}
      <UnitTable rows={units} main={main} link={link} caption={target?.name ?? t('table.units')} />
    </Card>
  )
}

interface UnitTableProps {
  rows: AdoptionLine[]
  main: number
  caption: string
  link(row: AdoptionLine): React.ReactNode
}

function UnitTable({ rows, main, caption, link }: UnitTableProps) {
  const t = useText()
  const count = (key: string, value: (row: AdoptionLine) => number) => ({
    key,
    header: t(`table.${key}`),
    numeric: true,
    cell: (row: AdoptionLine) => <Quantity value={value(row)} />,
  })
  const figure = (row: AdoptionLine) => row.figures[main] ?? { key: '', base: null, reached: null }
  return (
    <DataTable
      caption={caption}
      count={rows.length}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'unit', header: t('table.unit'), cell: link },
        count('members', (row) => row.members),
        count('base', (row) => figure(row).base ?? 0),
        count('reached', (row) => figure(row).reached ?? 0),
        { key: 'share', header: t('table.share'), numeric: true, cell: (row) => <ShareWords figure={figure(row)} /> },
        count('registered', (row) => row.registered),
        count('awaiting', (row) => row.awaiting),
        count('active', (row) => row.active),
        count('without', (row) => row.without_smartphone),
        count('unknown', (row) => row.smartphone_unknown),
      ]}
    />
  )
}
