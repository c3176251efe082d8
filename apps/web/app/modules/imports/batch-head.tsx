import { useRevalidator } from '@remix-run/react'
import { DateTime, Notice, Progress, Quantity, StatusTag, SummaryList } from '@sotay/ui'
import { useEffect } from 'react'
import { tagOf, underWay } from './batch-state'
import type { ShownBatch } from './batch-view.server'
import { useText } from './texts'

const EVERY_MS = 2000

/** What a file is, where it stands, and how far the job is: looked at anew every two seconds, without scripts every five. */
export function BatchHead({ batch }: { batch: ShownBatch }) {
  const t = useText()
  const { status } = batch
  const facts = [
    { label: t('list.state'), value: <StatusTag status={tagOf(status)} words={t(`states.${status}`)} /> },
    { label: t('batch.unit'), value: batch.unitName },
    { label: t('batch.made'), value: <DateTime at={batch.madeAt} show="day-time" /> },
    ...(batch.rows > 0 ? [{ label: t('batch.rows'), value: <Quantity value={batch.rows} /> }] : []),
  ]
  return (
    <>
      <SummaryList items={facts} />
      {batch.purgedAt ? <Notice>{t('batch.purged')}</Notice> : null}
      {status === 'failed' ? (
        <Notice tone="error" title={t('batch.failed')}>
          {batch.failure} {batch.failureLine ? t('batch.failedAt', { line: batch.failureLine }) : null}
        </Notice>
      ) : null}
      {underWay(status) ? <UnderWay batch={batch} status={status} /> : null}
    </>
  )
}

function UnderWay({ batch, status }: { batch: ShownBatch; status: 'checking' | 'committing' | 'undoing' }) {
  const t = useText()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const timer = setInterval(revalidate, EVERY_MS)
    return () => clearInterval(timer)
  }, [revalidate])
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
      {status === 'checking' ? (
        <Notice title={t('batch.progress.checking')}>
          {t('batch.done', { done: batch.progress })} {t('batch.leave')}
        </Notice>
      ) : (
        <>
          <Progress label={t(`batch.progress.${status}`)} done={batch.progress} total={batch.toTake} />
          <p>{t('batch.leave')}</p>
        </>
      )}
    </>
  )
}
