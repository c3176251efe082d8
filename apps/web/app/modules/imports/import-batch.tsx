import { useActionData, useLoaderData } from '@remix-run/react'
import { listRows, mapColumns, readBatch, startCommit, startUndo } from '@sotay/domain/imports'
import { listRowsInput, mapColumnsInput } from '@sotay/domain/imports/inputs'
import type { FormReply } from '@sotay/ui'
import { ErrorSummary, errorLinks, Notice, PageHeader } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { sentence } from '../../server/refusals'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { CommitForm, UndoForm } from './batch-acts'
import { BatchHead } from './batch-head'
import { shownBatch } from './batch-view.server'
import { DryRun } from './dry-run'
import { MappingForm } from './mapping-form'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { params, url }) => {
  const batchId = params.batchId ?? ''
  const batch = shownBatch(await readBatch(ctx, { batchId }, 'import'))
  const asked = listRowsInput.safeParse({
    batchId,
    outcome: url.searchParams.get('ket-qua') ?? undefined,
    field: url.searchParams.get('muc') ?? undefined,
    after: url.searchParams.get('sau') ?? undefined,
  })
  const { outcome, field, ...key } = asked.success ? asked.data : { batchId }
  const checked = batch.rows > 0 && batch.status !== 'checking'
  const { lines, next } = checked ? await listRows(ctx, { ...key, outcome, field }) : { lines: [], next: undefined }
  const shown = lines.map((line) => ({
    ...line,
    errors: line.errors.map(({ field, code, params }) => ({ field, words: sentence(code, params) })),
  }))
  const title = pageTitle(ctx, 'imports:batch.title', { file: batch.fileName })
  return { batch, checked, lines: shown, next, outcome, field, title }
})

const acts = z.discriminatedUnion('act', [
  mapColumnsInput.pick({ columns: true }).extend({ act: z.literal('map') }),
  z.object({ act: z.literal('commit') }),
  z.object({ act: z.literal('undo'), confirmed: z.string('imports.undo-unconfirmed') }),
])

export const action = tenantAction(acts, async (ctx, chosen, { params }) => {
  const batchId = params.batchId ?? ''
  const back = (flash: string) => redirectWithFlash(`/dang-vien/nhap/${batchId}`, `imports:flash.${flash}`)
  if (chosen.act === 'commit') {
    await startCommit(ctx, { batchId })
    return back('committing')
  }
  if (chosen.act === 'undo') {
    await startUndo(ctx, { batchId })
    return back('undoing')
  }
  await mapColumns(ctx, { batchId, columns: chosen.columns })
  return back('checking')
})

export const meta = titleMeta

/** One file on its way in: columns, check, dry run, commit, outcome, and the way back. */
export default function ImportBatchPage() {
  const { batch, checked, lines, next, outcome, field } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const { status } = batch
  const mappable = !batch.purgedAt && !batch.committedAt && ['uploaded', 'failed', 'checked'].includes(status)
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('batch.title', { file: batch.fileName })}
        breadcrumbs={[{ href: '/dang-vien/nhap', label: t('list.title') }]}
      />
      <div className="stack">
        <BatchHead batch={batch} />
        {status === 'checked' && !batch.purgedAt ? <CommitForm batch={batch} /> : null}
        {status === 'committed' && !batch.purgedAt ? <UndoForm batch={batch} reply={reply} /> : null}
        {status === 'undone' && batch.totals.left ? (
          <Notice tone="warning">{t('undo.left', { count: batch.totals.left })}</Notice>
        ) : null}
        {checked ? <DryRun batch={batch} lines={lines} next={next} outcome={outcome} field={field} /> : null}
        {mappable && status !== 'checked' ? <MappingForm batch={batch} reply={reply} /> : null}
        {mappable && status === 'checked' ? (
          <details open={reply !== undefined}>
            <summary>{t('mapping.again')}</summary>
            <MappingForm batch={batch} reply={reply} />
          </details>
        ) : null}
      </div>
    </>
  )
}
