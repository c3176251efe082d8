import type { CardHolder } from '@sotay/domain/cards'
import type { FormReply } from '@sotay/ui'
import { Button, posted, RadioGroup, Textarea, TextInput } from '@sotay/ui'
import { useText } from './texts'

export interface RecordFormProps {
  holders: CardHolder[]
  reply: FormReply | undefined
}

const KINDS = ['lost', 'damaged', 'duplicate']

export function RecordForm({ holders, reply }: RecordFormProps) {
  const t = useText()
  const people = holders.map(({ memberId, name, cardNumber, unitName }) => ({
    value: memberId,
    label: name,
    hint: `${cardNumber} · ${unitName}`,
  }))
  return (
    <form method="post" noValidate>
      <RadioGroup
        {...posted(reply, 'memberId', holders.length === 1 ? holders[0]?.memberId : undefined)}
        label={t('record.choose')}
        options={people}
        required
      />
      <RadioGroup
        {...posted(reply, 'kind')}
        label={t('record.kind')}
        options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        required
      />
      <TextInput
        {...posted(reply, 'otherCard')}
        label={t('record.otherCard')}
        hint={t('record.otherHint')}
        width={12}
        optional
      />
      <Textarea {...posted(reply, 'note')} label={t('record.note')} rows={3} optional />
      <Button>{t('record.do')}</Button>
    </form>
  )
}
