import { useText } from '@sotay/i18n'
import CircleAlert from 'lucide-react/icons/circle-alert'
import type { ReactNode } from 'react'

/** What every field says about itself. */
export interface FieldWords {
  label: ReactNode
  /** Below the label: what is expected, with an example of its form. */
  hint?: ReactNode
  error?: ReactNode
  /** Marks the few fields that may stay empty; the others are not marked. */
  optional?: boolean
}

export interface FieldProps extends FieldWords {
  id: string
  children: ReactNode
}

/** The attributes that tie a control to its label, hint and error; spread them last on the control. */
export function fieldAria({ id, hint, error }: { id: string; hint?: ReactNode; error?: ReactNode }) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ')
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined } as const
}

export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div className="hint" id={`${id}-hint`}>
      {children}
    </div>
  )
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  const t = useText('ui')
  return (
    <div className="field-error" id={`${id}-error`}>
      <CircleAlert className="icon" />
      <span>
        <span className="off-screen">{t('errorPrefix')} </span>
        {children}
      </span>
    </div>
  )
}

/** Label above, hint and error below it, then the control. The control must carry `fieldAria`. */
export function Field({ id, label, hint, error, optional, children }: FieldProps) {
  const t = useText('ui')
  return (
    <div className={error ? 'field has-error' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="optional"> ({t('optional')})</span> : null}
      </label>
      {hint ? <FieldHint id={id}>{hint}</FieldHint> : null}
      {error ? <FieldError id={id}>{error}</FieldError> : null}
      {children}
    </div>
  )
}
