import { useLocale, useText } from '@sotay/i18n'
import { useId } from 'react'
import { formatNumber } from './format-number'

export interface ProgressProps {
  label: string
  done: number
  total: number
  /** The denominator written out, such as “không tính 18 miễn sinh hoạt”. */
  note?: string
}

export function Progress({ label, done, total, note }: ProgressProps) {
  const t = useText('ui')
  const locale = useLocale()
  const id = useId()
  const words = t('progress', { done: formatNumber(done, locale), total: formatNumber(total, locale) })
  return (
    <div className="progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} value={done} max={total || 1} />
      <span>
        {words}
        {note ? `, ${note}` : null}
      </span>
    </div>
  )
}
