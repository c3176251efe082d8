import type { FormReply } from '@sotay/ui'
import { Button, Card, posted, RadioGroup, Textarea } from '@sotay/ui'
import { useText } from './texts'

export function ReportForm({ reply }: { reply: FormReply | undefined }) {
  const t = useText()
  return (
    <Card title={t('own.report')}>
      <form method="post" noValidate>
        <RadioGroup
          {...posted(reply, 'kind')}
          label={t('own.kind')}
          options={[
            { value: 'lost', label: t('kinds.lost') },
            { value: 'damaged', label: t('kinds.damaged') },
          ]}
          required
        />
        <Textarea {...posted(reply, 'note')} label={t('own.note')} rows={3} optional />
        <Button name="act" value="report">
          {t('own.do')}
        </Button>
      </form>
    </Card>
  )
}
