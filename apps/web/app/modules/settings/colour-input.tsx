import { contrastRatio, leastContrast } from '@sotay/tenant-config'
import { formatNumber, TextInput, type TextInputProps } from '@sotay/ui'
import { useState } from 'react'
import { useText } from './texts'

const HEX = /^#[0-9a-f]{6}$/i

/** A colour as `#rrggbb`, with what white letters on it would be like, computed while it is chosen. */
export function ColourInput({ defaultValue, ...input }: TextInputProps) {
  const t = useText()
  const [colour, setColour] = useState(String(defaultValue ?? ''))
  const ratio = HEX.test(colour) ? contrastRatio('#ffffff', colour) : undefined
  const enough = ratio !== undefined && ratio >= leastContrast
  return (
    <div>
      <TextInput {...input} value={colour} onChange={(event) => setColour(event.target.value)} width={12} />
      <input
        type="color"
        className="input wide-4"
        aria-label={t('colour.pick', { label: String(input.label) })}
        value={HEX.test(colour) ? colour.toLowerCase() : '#000000'}
        onChange={(event) => setColour(event.target.value)}
      />
      {ratio === undefined || input.name !== 'primary' ? null : (
        <p role="status">
          <svg viewBox="0 0 240 48" width="240" height="48" aria-hidden="true">
            <rect width="240" height="48" rx="8" fill={colour} />
            <text x="120" y="31" textAnchor="middle" fill="#ffffff" fontSize="18">
              {t('colour.sample')}
            </text>
          </svg>{' '}
          {t(enough ? 'colour.enough' : 'colour.tooLittle', {
            ratio: formatNumber(ratio, 'vi'),
            least: formatNumber(leastContrast, 'vi'),
          })}
        </p>
      )}
    </div>
  )
}
