import type { ArticleStatus } from '@sotay/domain/news'
import type { FormReply } from '@sotay/ui'
import { Button, ButtonLink, Notice, posted, Textarea } from '@sotay/ui'
import { useText } from './texts'

export interface ClosedArticleProps {
  article: { id: string; status: ArticleStatus; withdrawalReason: string | null }
  reply: FormReply | undefined
  mayWithdraw: boolean
}

/** A published article with the way to take it back, or a withdrawn one with the reason. */
export function ClosedArticle({ article, reply, mayWithdraw }: ClosedArticleProps) {
  const t = useText()
  if (article.status === 'withdrawn') {
    return (
      <Notice tone="warning" title={t('form.withdrawn-because')}>
        {article.withdrawalReason}
      </Notice>
    )
  }
  return (
    <>
      <Notice>{t('form.closed')}</Notice>
      <p>
        <ButtonLink href={`/tin-tuc/${article.id}`}>{t('form.view')}</ButtonLink>
      </p>
      {mayWithdraw ? (
        <form method="post" noValidate>
          <Textarea
            {...posted(reply, 'reason')}
            label={t('form.reason.label')}
            hint={t('form.reason.hint')}
            rows={3}
            required
          />
          <p>{t('form.withdraw-note')}</p>
          <Button tone="danger" name="act" value="withdraw">
            {t('form.withdraw')}
          </Button>
        </form>
      ) : null}
    </>
  )
}
