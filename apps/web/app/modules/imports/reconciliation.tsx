import { useActionData, useLoaderData } from '@remix-run/react'
import { listDifferences, mapColumns, readBatch, readDifferenceCounts, resolveDifferences } from '@sotay/domain/imports'
import { listDifferencesInput, mapColumnsInput, resolveDifferencesForm } from '@sotay/domain/imports/inputs'
import type { FormReply } from '@sotay/ui'
import { ErrorSummary, errorLinks, PageHeader } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { BatchHead } from './batch-head'
import { shownBatch } from './batch-view.server'
import { Differences } from './differences'
import { MappingForm } from './mapping-form'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { params, url }) => {
  const batchId = params.batchId ?? ''
  const batch = shownBatch(await readBatch(ctx, { batchId }, 'reconciliation'))
  const asked = listDifferencesInput.safeParse({
    batchId,
    kind: url.searchParams.get('loai') ?? undefined,
    open: url.searchParams.get('chua-xu-ly') === '1',
    after: url.searchParams.get('sau') ?? undefined,
  })
  const { kind, open, after } = asked.success ? asked.data : listDifferencesInput.parse({ batchId })
  const [found, counts] =
    batch.status === 'checked'
      ? await Promise.all([
          listDifferences(ctx, { batchId, kind, open, after }),
          readDifferenceCounts(ctx, { batchId }),
        ])
      : [{ items: [], next: undefined }, []]
  const title = pageTitle(ctx, 'imports:batch.title', { file: batch.fileName })
  return { batch, counts, items: found.items, next: found.next, kind, open, title }
})

const acts = z.discriminatedUnion('act', [
  mapColumnsInput.pick({ columns: true }).extend({ act: z.literal('map') }),
  resolveDifferencesForm,
])

export const action = tenantAction(acts, async (ctx, chosen, { params, url }) => {
  const batchId = params.batchId ?? ''
  const path = `/dang-vien/doi-chieu/${batchId}`
  if (chosen.act === 'map') {
    await mapColumns(ctx, { batchId, columns: chosen.columns })
    return redirectWithFlash(path, 'imports:flash.checking')
  }
  const { settled, refused } = await resolveDifferences(ctx, { ...chosen, batchId })
  return redirectWithFlash(`${path}${url.search}`, 'imports:flash.resolved', { count: settled, rest: refused })
})

export const meta = titleMeta

/** The roster held against a file: each difference settled, alone or with others, and the protocol of it. */
export default function ReconciliationPage() {
  const { batch, counts, items, next, kind, open } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const mappable = !batch.purgedAt && ['uploaded', 'failed'].includes(batch.status)
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('batch.title', { file: batch.fileName })}
        breadcrumbs={[{ href: '/dang-vien/doi-chieu', label: t('reconciliations.title') }]}
      />
      <div className="stack">
        <BatchHead batch={batch} />
        {batch.status === 'checked' && !batch.purgedAt ? (
          <Differences batch={batch} counts={counts} items={items} next={next} kind={kind} open={open} reply={reply} />
        ) : null}
        {mappable ? <MappingForm batch={batch} reply={reply} /> : null}
      </div>
    </>
  )
}
