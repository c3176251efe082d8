import type { TargetFigure } from '@sotay/domain/adoption'
import { useText } from '@sotay/i18n'
import { Quantity } from '@sotay/ui'
import { percentOf } from './figures'

/** A share as it is written out: “82,5%”, or that there is nobody to count. */
export function ShareWords({ figure }: { figure: Pick<TargetFigure, 'base' | 'reached'> }) {
  const t = useText('adoption')
  const percent = percentOf(figure)
  if (percent === null) return t('chart.noBase')
  return (
    <strong>
      <Quantity value={percent} />%
    </strong>
  )
}
