import { useActionData, useLoaderData } from '@remix-run/react'
import { columnsInForce, draftArticle, listAnsweringUnits } from '@sotay/domain/news'
import type { FormReply } from '@sotay/ui'
import { Button, ErrorSummary, errorLinks, PageHeader, posted, Select } from '@sotay/ui'
import { z } from 'zod'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { contentOf } from './article-content.server'
import { ArticleFields } from './article-fields'
import { articleForm } from './article-form'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx) => {
  const units = (await listAnsweringUnits(ctx)).map(({ id, name }) => ({ value: id, label: name }))
  return { units, columns: columnsInForce(ctx), title: pageTitle(ctx, 'news:form.new') }
})

export const action = tenantAction(
  articleForm.extend({ unitId: z.uuid('news.unit-needed') }),
  async (ctx, { unitId, ...typed }) => {
    const { id } = await draftArticle(ctx, { unitId, ...contentOf(ctx, typed) })
    return redirectWithFlash(`/toa-soan/${id}`, 'news:flash.saved')
  },
)

export const meta = titleMeta

/** Begins an article. */
export default function NewArticlePage() {
  const { units, columns } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={t('form.new')}
        lead={t('form.note-new')}
        breadcrumbs={[{ href: '/toa-soan', label: t('desk.title') }]}
      />
      <form method="post" noValidate>
        <Select
          {...posted(reply, 'unitId', units.length === 1 ? units[0]!.value : undefined)}
          label={t('form.unit.label')}
          hint={t('form.unit.hint')}
          placeholder={t('form.unit-placeholder')}
          options={units}
          required
        />
        <ArticleFields reply={reply} columns={columns} />
        <Button>{t('form.save')}</Button>
      </form>
    </>
  )
}
