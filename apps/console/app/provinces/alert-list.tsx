import { useText } from '@sotay/i18n'
import type { Alert } from '@sotay/operations'
import { Notice } from '@sotay/ui'

const GRAVE = new Set<Alert['kind']>(['audit-broken', 'no-answer', 'disk-full'])

/** What a person must look at, the gravest first, each with what to do. Nothing at all when all is well. */
export function AlertList({ alerts }: { alerts: Alert[] }) {
  const t = useText('console')
  if (alerts.length === 0) return <Notice tone="success" title={t('alerts.none')} />
  return (
    <section aria-label={t('alerts.title')} className="stack">
      {alerts.map((alert) => (
        <Notice
          key={`${alert.kind} ${alert.slug ?? ''}`}
          tone={GRAVE.has(alert.kind) ? 'error' : 'warning'}
          title={
            <>
              {alert.slug ? <a href={`/tinh/${alert.slug}`}>{alert.name}</a> : t('alerts.installation')}
              {': '}
              {t(`alerts.${alert.kind}`, { count: alert.value ?? 0 })}
            </>
          }
        >
          {t(`alerts.todo.${alert.kind}`)}
        </Notice>
      ))}
    </section>
  )
}
