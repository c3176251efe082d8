import CircleCheck from 'lucide-react/icons/circle-check'
import type { ReactNode } from 'react'

/** Confirms what was just done, once, on the page that follows; errors are never told here. */
export function Flash({ children }: { children?: ReactNode }) {
  return (
    <div role="status" className="flash">
      {children ? (
        <div className="notice success">
          <CircleCheck className="icon" />
          <div>{children}</div>
        </div>
      ) : null}
    </div>
  )
}
