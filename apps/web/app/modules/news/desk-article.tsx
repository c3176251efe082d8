import { useActionData, useLoaderData } from '@remix-run/react'
import type { FormReply } from '@sotay/ui'
import { Button, DueMoment, ErrorSummary, errorLinks, PageHeader, StatusTag } from '@sotay/ui'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { titleMeta } from '../../shell/title-meta'
import { ArticleFields } from './article-fields'
import { stateOf } from './article-state'
import { ClosedArticle } from './closed-article'
import { deskAct } from './desk-act'
import { actOnArticle, readDeskPage } from './desk-article.server'
import { NewestVersion } from './newest-version'
import { useText } from './texts'

export const loader = tenantLoader(readDeskPage)

export const action = tenantAction(deskAct, actOnArticle)

export const meta = titleMeta

/** An article on the desk: worked on, submitted, published, withdrawn. */
export default function DeskArticlePage() {
  const { article, columns, may, now } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  const open = article.status !== 'published' && article.status !== 'withdrawn'
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={open ? t('form.edit') : article.title}
        breadcrumbs={[{ href: '/toa-soan', label: t('desk.title') }]}
      />
      <p className="meta">
        <StatusTag status={stateOf(article.status)} />
        <span>{article.unitName}</span>
        {open && article.dueAt ? <DueMoment at={article.dueAt} now={now} /> : null}
      </p>
      {reply?.message && open ? (
        <NewestVersion title={article.title} summary={article.summary} text={article.text} />
      ) : null}
      {open ? (
        <form method="post" noValidate>
          <input type="hidden" name="version" value={article.version} />
          <ArticleFields reply={reply} columns={columns} initial={article} />
          <div className="actions">
            <Button name="act" value="save" tone={may.publish ? 'secondary' : 'primary'}>
              {t('form.save')}
            </Button>
            {article.status === 'submitted' ? null : (
              <Button name="act" value="submit" tone="secondary">
                {t('form.submit')}
              </Button>
            )}
            {may.publish ? (
              <Button name="act" value="publish">
                {t('form.publish')}
              </Button>
            ) : null}
          </div>
        </form>
      ) : (
        <ClosedArticle article={article} reply={reply} mayWithdraw={may.publish} />
      )}
    </>
  )
}
