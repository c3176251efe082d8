import type { FormReply } from '@sotay/ui'
import { Button, Card, posted, RadioGroup, Textarea, TextInput } from '@sotay/ui'
import { useText } from './texts'

export interface ActFormProps {
  acts: string[]
  reply: FormReply | undefined
}

const DATED = ['restrict', 'change']

/** One act at a time, with the reason that is kept. */
export function ActForm({ acts, reply }: ActFormProps) {
  const t = useText()
  return (
    <Card title={t('manage.acts')}>
      <form method="post" noValidate>
        <RadioGroup
          {...posted(reply, 'act')}
          label={t('manage.act')}
          options={acts.map((act) => ({ value: act, label: t(`manage.act_${act}`) }))}
          required
        />
        {acts.some((act) => DATED.includes(act)) ? (
          <TextInput
            {...posted(reply, 'until')}
            type="date"
            label={t('manage.restricted')}
            hint={t('manage.untilHint')}
            width={12}
            optional
          />
        ) : null}
        <Textarea
          {...posted(reply, 'reason')}
          label={t('manage.reason2')}
          hint={t('manage.reasonHint')}
          rows={3}
          required
        />
        <Button tone="secondary">{t('manage.do')}</Button>
      </form>
    </Card>
  )
}
