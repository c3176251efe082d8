import type { TargetFigure } from '@sotay/domain/adoption'
import { Quantity } from '@sotay/ui'
import { percentOf } from './figures'
import { useText } from './texts'

/** A share as it is written out: “82,5%”, or that there is nobody to count. */
export function ShareWords({ figure }: { figure: Pick<TargetFigure, 'base' | 'reached'> }) {
  const t = useText()
  const percent = percentOf(figure)
  if (percent === null) return t('chart.noBase')
  return (
    <strong>
      <Quantity value={percent} />%
    </strong>
  )
}
