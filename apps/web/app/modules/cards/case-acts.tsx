import type { FormReply } from '@sotay/ui'
import { Button, Card, posted, Textarea, TextInput } from '@sotay/ui'
import type { FoundCase } from './case-facts'
import { useText } from './texts'

export interface CaseActsProps {
  found: FoundCase
  reply: FormReply | undefined
}

/** The steps that are this officer's to take now. */
export function CaseActs({ found, reply }: CaseActsProps) {
  const t = useText()
  return (
    <>
      {found.mayConfirm ? (
        <Card title={t('case.confirm')}>
          <form method="post">
            <p>{t('case.confirmWhat')}</p>
            <Button name="act" value="confirm">
              {t('case.confirmDo')}
            </Button>
          </form>
        </Card>
      ) : null}
      {found.mayResolve ? <ResolveForm reply={reply} /> : null}
      {found.mayRefuse ? (
        <Card title={t('case.refuse')}>
          <form method="post" noValidate>
            <Textarea {...posted(reply, 'reason')} label={t('case.reason')} rows={3} required />
            <Button tone="secondary" name="act" value="refuse">
              {t('case.refuseDo')}
            </Button>
          </form>
        </Card>
      ) : null}
      {found.mayWithdraw ? (
        <form method="post">
          <Button tone="secondary" name="act" value="withdraw">
            {t('case.withdraw')}
          </Button>
        </form>
      ) : null}
    </>
  )
}

function ResolveForm({ reply }: Pick<CaseActsProps, 'reply'>) {
  const t = useText()
  return (
    <Card title={t('case.resolve')}>
      <form method="post" noValidate>
        <TextInput
          {...posted(reply, 'newCard')}
          label={t('case.newNumber')}
          hint={t('case.newNumberHint')}
          autoComplete="off"
          width={12}
          optional
        />
        <Textarea {...posted(reply, 'outcome')} label={t('case.result')} rows={3} optional />
        <Button name="act" value="resolve">
          {t('case.resolveDo')}
        </Button>
      </form>
    </Card>
  )
}
