import { useText } from '@sotay/i18n'
import Check from 'lucide-react/icons/check'
import Circle from 'lucide-react/icons/circle'
import Hourglass from 'lucide-react/icons/hourglass'
import Undo2 from 'lucide-react/icons/undo-2'
import type { ReactNode } from 'react'

const icons = { done: Check, now: Hourglass, ahead: Circle, stopped: Undo2 }

export interface Step {
  key: string
  label: string
  state: keyof typeof icons
  /** Who, when, why. */
  children?: ReactNode
}

/** The way something goes, in order: what is done, where it stands, what is yet to come. */
export function StepList({ steps, label }: { steps: Step[]; label: string }) {
  const t = useText('ui')
  return (
    <ol className="steps" aria-label={label}>
      {steps.map(({ key, label, state, children }) => {
        const Icon = icons[state]
        return (
          <li key={key} className={state} aria-current={state === 'now' ? 'step' : undefined}>
            <Icon className="icon" />
            <div>
              <strong>{label}</strong> <span className="off-screen">({t(`steps.${state}`)})</span>
              {children ? <div className="hint">{children}</div> : null}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
