import { Children, type ReactNode } from 'react'

/** A list whose entries are ruled off from one another; each child becomes one entry. */
export function List({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className="list" aria-label={label}>
      {Children.map(children, (child) => (
        <li>{child}</li>
      ))}
    </ul>
  )
}
