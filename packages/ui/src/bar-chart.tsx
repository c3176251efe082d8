import type { ReactNode } from 'react'

export interface Bar {
  key: string
  label: ReactNode
  /** From 0 to 100; nothing where there is nobody to count. */
  percent: number | null
  /** Beside the bar, such as “82,5% (660/800)”. */
  value: ReactNode
}

export interface BarChartProps {
  caption: ReactNode
  bars: Bar[]
  /** A line across all bars, with its words. */
  target?: { percent: number; label: string }
}

/**
 * Shares as bars with their values written out, for figures of one kind. Drawn by shape alone: a table with the same
 * figures stands beneath it.
 */
export function BarChart({ caption, bars, target }: BarChartProps) {
  return (
    <figure className="bar-chart">
      <figcaption>
        {caption}
        {target ? (
          <span className="legend">
            <svg viewBox="0 0 24 8" aria-hidden="true">
              <line className="target" x1="0" y1="4" x2="24" y2="4" />
            </svg>
            {target.label}
          </span>
        ) : null}
      </figcaption>
      <ul>
        {bars.map(({ key, label, percent, value }) => (
          <li key={key}>
            <span className="bar-label">{label}</span>
            <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
              <rect className="track" width="100" height="10" />
              {percent === null ? null : <rect className="fill" width={within(percent)} height="10" />}
              {target ? (
                <line className="target" x1={within(target.percent)} y1="0" x2={within(target.percent)} y2="10" />
              ) : null}
            </svg>
            <span className="bar-value">{value}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}

const within = (percent: number): number => Math.round(Math.min(100, Math.max(0, percent)) * 100) / 100
