import type { ReactNode } from 'react'
import { NavIcon, type NavIconName } from './nav-icon'

export interface EmptyStateProps {
  /** Said kindly: what there is none of. */
  title: string
  /** What can be done, or when something will come. */
  children?: ReactNode
  icon?: NavIconName
  action?: ReactNode
}

export function EmptyState({ title, children, icon, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {icon ? <NavIcon name={icon} /> : null}
      <p className="empty-title">{title}</p>
      {children ? <p>{children}</p> : null}
      {action}
    </div>
  )
}
