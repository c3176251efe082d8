import { useText } from '@sotay/i18n'
import { Button, type FormReply, NumericInput, posted, Select, Textarea, TextInput } from '@sotay/ui'

export interface VisitFormProps {
  roles: { key: string; name: string }[]
  most: number
  reply: FormReply | undefined
}

/** Why, on which ticket, how long and as what. */
export function VisitForm({ roles, most, reply }: VisitFormProps) {
  const t = useText('console')
  const minutes = String(Math.min(30, most))
  return (
    <form method="post">
      <h2>{t('visits.ask')}</h2>
      <Textarea
        label={t('visits.reason')}
        hint={t('visits.reasonHint')}
        rows={3}
        maxLength={500}
        required
        {...posted(reply, 'reason')}
      />
      <TextInput label={t('visits.ticket')} width={12} maxLength={60} required {...posted(reply, 'ticket')} />
      <NumericInput
        label={t('visits.minutes')}
        hint={t('visits.minutesHint', { most })}
        width={4}
        required
        {...posted(reply, 'minutes', minutes)}
      />
      <Select
        label={t('visits.role')}
        options={roles.map(({ key, name }) => ({ value: key, label: name }))}
        required
        {...posted(reply, 'role', 'tenant_admin')}
      />
      <Button>{t('visits.do')}</Button>
    </form>
  )
}
