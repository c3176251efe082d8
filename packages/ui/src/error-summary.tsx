import { useText } from '@sotay/i18n'
import OctagonX from 'lucide-react/icons/octagon-x'
import { useEffect, useRef } from 'react'

export interface FieldErrorLink {
  /** Id of the field's control; absent when the error belongs to the whole form. */
  id?: string
  message: string
}

/** Stands above the form's heading whenever the form came back; takes the focus, so that it is read first. */
export function ErrorSummary({ errors, title }: { errors: FieldErrorLink[]; title?: string }) {
  const t = useText('ui')
  const box = useRef<HTMLDivElement>(null)
  const shown = errors.map(({ message }) => message).join()
  useEffect(() => {
    if (shown) box.current?.focus()
  }, [shown])
  if (errors.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: without a script only this brings the reader to the errors
    <div ref={box} className="notice error error-summary" role="alert" tabIndex={-1} autoFocus>
      <OctagonX className="icon" />
      <div>
        <h2>{title ?? t('errorSummary')}</h2>
        <ul>
          {errors.map(({ id, message }) => (
            <li key={`${id} ${message}`}>{id ? <a href={`#${id}`}>{message}</a> : message}</li>
          ))}
        </ul>
      </div>
    </div>
  )
}
