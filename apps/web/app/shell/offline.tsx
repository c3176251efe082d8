import { useText } from '@sotay/i18n'
import { EmptyState, PageHeader } from '@sotay/ui'

/** Shown by the service worker when the network is away. It holds nothing of anybody. */
export default function OfflinePage() {
  const t = useText('shell')
  return (
    <>
      <PageHeader title={t('offline.title')} />
      <EmptyState title={t('offline.what')}>{t('offline.todo')}</EmptyState>
    </>
  )
}
