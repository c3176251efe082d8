import type { ReactNode } from 'react'
import { Breadcrumbs, type Crumb } from './breadcrumbs'

export interface PageHeaderProps {
  title: ReactNode
  lead?: ReactNode
  breadcrumbs?: Crumb[]
  actions?: ReactNode
}

export function PageHeader({ title, lead, breadcrumbs = [], actions }: PageHeaderProps) {
  return (
    <div className="page-header">
      {breadcrumbs.length > 0 ? <Breadcrumbs items={breadcrumbs} /> : null}
      <div className="page-title">
        <div>
          <h1>{title}</h1>
          {lead ? <p className="lead">{lead}</p> : null}
        </div>
        {actions ? <div className="actions">{actions}</div> : null}
      </div>
    </div>
  )
}
