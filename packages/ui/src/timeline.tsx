import type { ReactNode } from 'react'

export interface TimelineEntry {
  key: string
  /** Yet to come. */
  planned?: boolean
  content: ReactNode
}

/** What happened one after the other; what is yet to come has an open mark. */
export function Timeline({ label, entries }: { label: string; entries: TimelineEntry[] }) {
  return (
    <ol className="timeline" aria-label={label}>
      {entries.map(({ key, planned, content }) => (
        <li key={key} className={planned ? 'planned' : undefined}>
          {content}
        </li>
      ))}
    </ol>
  )
}
