import { useText } from '@sotay/i18n'
import Phone from 'lucide-react/icons/phone'
import type { ReactNode } from 'react'

export interface ErrorPageProps {
  /** HTTP status or a request's id, to be read out on the telephone. */
  code: string | number
  /** What happened. */
  title: string
  /** What to do. */
  children: ReactNode
  /** Whom to ask: the unit's administrator. */
  contact?: { name: string; phone: string }
  actions?: ReactNode
}

export function ErrorPage({ code, title, children, contact, actions }: ErrorPageProps) {
  const t = useText('ui')
  return (
    <div className="error-page">
      <h1>{title}</h1>
      <div>{children}</div>
      {contact ? (
        <p>
          {t('error.ask', { name: contact.name })}{' '}
          <a className="phone" href={`tel:${contact.phone.replace(/[^\d+]/g, '')}`}>
            <Phone className="icon" />
            {contact.phone}
          </a>
        </p>
      ) : null}
      <div className="actions">
        {actions ?? (
          <a className="button secondary" href="/">
            {t('error.home')}
          </a>
        )}
      </div>
      <p className="meta">{t('error.code', { code })}</p>
    </div>
  )
}
