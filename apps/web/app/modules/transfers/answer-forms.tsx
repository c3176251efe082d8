import type { TransferDetails } from '@sotay/domain/transfers'
import type { FormReply } from '@sotay/ui'
import { Button, Card, posted, Textarea } from '@sotay/ui'
import { useText } from './texts'

interface AnswerFormsProps {
  transfer: TransferDetails
  reply: FormReply | undefined
}

/** Confirming, accepting, turning down, taking back: the acts that need no more than a word. */
export function AnswerForms({ transfer: { acts, kind }, reply }: AnswerFormsProps) {
  const t = useText()
  const arriving = kind === 'in'
  return (
    <>
      {acts.includes('confirm') ? (
        <PlainAct act="confirm" what={t('page.confirmWhat')} words={t('page.confirm')} />
      ) : null}
      {acts.includes('accept') ? (
        <PlainAct
          act="accept"
          what={t(arriving ? 'page.acceptInWhat' : 'page.acceptWhat')}
          words={t(arriving ? 'page.acceptIn' : 'page.accept')}
        />
      ) : null}
      {acts.includes('turn-down') ? (
        <Card title={t('page.turnDownTitle')}>
          <form method="post" noValidate>
            <Textarea
              {...posted(reply, 'turnDownReason')}
              label={t('page.turnDownReason')}
              hint={t('page.turnDownHint')}
              rows={3}
            />
            <div className="actions">
              <Button tone="secondary" name="act" value="returned">
                {t('page.return')}
              </Button>
              <Button tone="danger" name="act" value="refused">
                {t('page.refuse')}
              </Button>
            </div>
          </form>
        </Card>
      ) : null}
      {acts.includes('cancel') ? (
        <Card title={t('page.cancelTitle')}>
          <form method="post" noValidate>
            <p>{t('page.cancelWhat')}</p>
            <Textarea {...posted(reply, 'cancelReason')} label={t('page.turnDownReason')} rows={3} />
            <Button tone="danger" name="act" value="cancel">
              {t('page.cancel')}
            </Button>
          </form>
        </Card>
      ) : null}
      {acts.includes('withdraw') ? (
        <PlainAct act="withdraw" what={t('own.withdrawHint')} words={t('page.withdraw')} tone="secondary" />
      ) : null}
    </>
  )
}

function PlainAct({ act, what, words, tone }: { act: string; what: string; words: string; tone?: 'secondary' }) {
  return (
    <form method="post" className="stack">
      <p>{what}</p>
      <Button name="act" value={act} tone={tone}>
        {words}
      </Button>
    </form>
  )
}
