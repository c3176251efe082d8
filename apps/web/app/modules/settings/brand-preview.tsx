import { Card } from '@sotay/ui'
import { useEffect, useState } from 'react'
import { useText } from './texts'

export interface BrandLook {
  app: string
  shortName: string
  primary: string
  accent: string
  emblem: string
}

const HEX = /^#[0-9a-f]{6}$/i

/** The first page in outline, on a phone and on a desk; follows the fields where scripts run. */
export function BrandPreview({ look }: { look: BrandLook }) {
  const t = useText()
  const [typed, setTyped] = useState<Partial<BrandLook>>({})
  useEffect(() => {
    const read = () => {
      const value = (name: string) => document.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value
      setTyped({ app: value('app'), shortName: value('shortName'), primary: value('primary'), accent: value('accent') })
    }
    document.addEventListener('input', read)
    return () => document.removeEventListener('input', read)
  }, [])
  const colour = (name: 'primary' | 'accent') => (HEX.test(typed[name] ?? '') ? (typed[name] ?? '') : look[name])
  const shown = {
    app: typed.app ?? look.app,
    primary: colour('primary'),
    accent: colour('accent'),
    emblem: look.emblem,
  }
  return (
    <Card title={t('look.title')}>
      <div className="field-row">
        <figure>
          <Home {...shown} width={180} height={320} />
          <figcaption className="hint">{t('look.phone')}</figcaption>
        </figure>
        <figure>
          <Home {...shown} width={420} height={260} rail />
          <figcaption className="hint">{t('look.desk')}</figcaption>
        </figure>
      </div>
    </Card>
  )
}

interface HomeProps extends Omit<BrandLook, 'shortName'> {
  width: number
  height: number
  rail?: boolean
}

// Attributes, not styles: the page's policy allows no style written into the markup.
function Home({ app, primary, accent, emblem, width, height, rail = false }: HomeProps) {
  const left = rail ? 100 : 12
  return (
    <svg viewBox={`0 0 ${width} ${height}`} width={rail ? '100%' : width} aria-hidden="true">
      <rect width={width} height={height} fill="#ffffff" stroke="#767676" />
      <rect width={width} height="48" fill={primary} />
      <image href={emblem} x="8" y="6" width="36" height="36" />
      <text x="52" y="29" fill="#ffffff" fontSize="12">
        {app.slice(0, rail ? 40 : 20)}
      </text>
      <rect y="48" width={width} height="4" fill={accent} />
      {rail ? <rect y="52" width="84" height={height - 52} fill="#f4f1ee" /> : null}
      {[0, 1, 2].map((row) => (
        <rect key={row} x={left} y={68 + row * 56} width={width - left - 12} height="44" rx="6" fill="#f4f1ee" />
      ))}
      <rect x={left} y={rail ? height - 24 : 244} width="72" height="18" rx="6" fill={primary} />
      {rail ? null : <rect y={height - 40} width={width} height="40" fill="#f4f1ee" />}
    </svg>
  )
}
