import { useLocale } from '@sotay/i18n'
import { formatNumber } from './format-number'

/** A number as it is written here: 1.234,5. */
export function Quantity({ value, digits }: { value: number; digits?: number }) {
  return <span className="quantity">{formatNumber(value, useLocale(), digits)}</span>
}
