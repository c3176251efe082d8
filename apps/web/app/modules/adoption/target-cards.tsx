import type { TargetFigure, TargetRule } from '@sotay/domain/adoption'
import { BarChart, Card, Notice, Quantity } from '@sotay/ui'
import { percentOf } from './figures'
import { ShareWords } from './share-words'
import { useText } from './texts'

/** Each target of the day: how far it is reached, of whom, and who is not counted. */
export function TargetCards({ targets, figures }: { targets: TargetRule[]; figures: TargetFigure[] }) {
  const t = useText()
  return (
    <Card title={t('overview.targets')}>
      <div className="stack">
        {targets.map((target, index) => {
          const figure = figures[index]
          if (!figure || figure.base === null) return <NoData key={target.key} target={target} />
          return (
            <div key={target.key}>
              <BarChart
                caption={target.name}
                target={{ percent: target.percent, label: t('overview.targetOf', { percent: target.percent }) }}
                bars={[
                  {
                    key: target.key,
                    label: (
                      <>
                        <Quantity value={figure.reached ?? 0} /> / <Quantity value={figure.base} />
                      </>
                    ),
                    percent: percentOf(figure),
                    value: <ShareWords figure={figure} />,
                  },
                ]}
              />
              <Spared target={target} />
            </div>
          )
        })}
      </div>
    </Card>
  )
}

function NoData({ target }: { target: TargetRule }) {
  const t = useText()
  const why = target.of === 'cells' || target.of === 'young-members' ? target.of : 'other'
  return (
    <Notice title={`${target.name}: ${t('overview.noData').toLocaleLowerCase('vi')}`}>
      {t(`overview.noDataMore.${why}`)}
      <Spared target={target} />
    </Notice>
  )
}

function Spared({ target }: { target: TargetRule }) {
  const t = useText()
  return target.exempt.map(({ units, reason }) => (
    <p key={units.join()} className="hint">
      {t(reason ? 'overview.sparedWhy' : 'overview.spared', { units: units.join(', '), reason })}
    </p>
  ))
}
