import type { ReactNode } from 'react'

export interface CardProps {
  title?: ReactNode
  /** To the right of the title, such as a link to all. */
  action?: ReactNode
  children: ReactNode
}

export function Card({ title, action, children }: CardProps) {
  return (
    <section className="card">
      {title ? (
        <div className="card-title">
          <h2>{title}</h2>
          {action}
        </div>
      ) : null}
      {children}
    </section>
  )
}
