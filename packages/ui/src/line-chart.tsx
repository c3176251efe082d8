import { useLocale, useZone } from '@sotay/i18n'
import type { ReactNode } from 'react'
import { formatDate } from './format-date'
import { formatNumber } from './format-number'

export interface LinePoint {
  /** A calendar day, `yyyy-mm-dd`. */
  day: string
  /** From 0 to 100. */
  percent: number
}

export interface LineChartProps {
  caption: ReactNode
  points: LinePoint[]
  target?: { percent: number; label: string }
}

const [WIDTH, HEIGHT] = [360, 190]
const PLOT = { left: 34, right: 352, top: 12, bottom: 160 }

/** One share over time, days at their true distances. A table with the same figures stands beneath it. */
export function LineChart({ caption, points, target }: LineChartProps) {
  const locale = useLocale()
  const zone = useZone()
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return null
  const span = Date.parse(last.day) - Date.parse(first.day) || 1
  const x = (day: string) =>
    round(PLOT.left + ((Date.parse(day) - Date.parse(first.day)) / span) * (PLOT.right - PLOT.left))
  const y = (percent: number) => round(PLOT.bottom - (Math.min(100, percent) / 100) * (PLOT.bottom - PLOT.top))
  const date = (day: string) => formatDate(day, { zone, locale })
  return (
    <figure className="line-chart">
      <figcaption>{caption}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
        {[0, 50, 100].map((percent) => (
          <g key={percent}>
            <line className="grid" x1={PLOT.left} x2={PLOT.right} y1={y(percent)} y2={y(percent)} />
            <text x={PLOT.left - 6} y={y(percent) + 4} textAnchor="end">
              {percent}
            </text>
          </g>
        ))}
        {target ? (
          <>
            <line className="target" x1={PLOT.left} x2={PLOT.right} y1={y(target.percent)} y2={y(target.percent)} />
            <text x={PLOT.left + 4} y={y(target.percent) + 14}>
              {target.label}
            </text>
          </>
        ) : null}
        <polyline className="line" points={points.map(({ day, percent }) => `${x(day)},${y(percent)}`).join(' ')} />
        {points.map(({ day, percent }) => (
          <circle key={day} className="dot" cx={x(day)} cy={y(percent)} r="3" />
        ))}
        <text className="direct" x={PLOT.right} y={y(last.percent) + (last.percent > 80 ? 18 : -8)} textAnchor="end">
          {formatNumber(last.percent, locale)}%
        </text>
        <text x={PLOT.left} y={HEIGHT - 10}>
          {date(first.day)}
        </text>
        {first === last ? null : (
          <text x={PLOT.right} y={HEIGHT - 10} textAnchor="end">
            {date(last.day)}
          </text>
        )}
      </svg>
    </figure>
  )
}

const round = (value: number): number => Math.round(value * 10) / 10
