import { useText } from '@sotay/i18n'
import { Quantity } from '@sotay/ui'

const MEGABYTE = 1024 * 1024
const GIGABYTE = 1024 * MEGABYTE

/** A number, a size, or the plain words that nobody measured it. */
export function Measure({ value, bytes }: { value?: number | null; bytes?: number | null }) {
  const t = useText('console')
  if (typeof value === 'number') return <Quantity value={value} />
  if (typeof bytes !== 'number') return <span className="hint">{t('unmeasured')}</span>
  const large = bytes >= GIGABYTE
  return (
    <>
      <Quantity value={bytes / (large ? GIGABYTE : MEGABYTE)} /> {large ? 'GB' : 'MB'}
    </>
  )
}
