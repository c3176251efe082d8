import type { TransferDetails } from '@sotay/domain/transfers'
import type { FormReply } from '@sotay/ui'
import { Button, Card, FileInput, Notice, posted, TextInput } from '@sotay/ui'
import { useText } from './texts'

/** The decision of the competent committee, as it stands on paper; what ends with it is said before. */
export function DecideForm({ transfer, reply }: { transfer: TransferDetails; reply: FormReply | undefined }) {
  const t = useText()
  const { defaultValue: _, ...file } = posted(reply, 'file')
  const { kind, offices, effectiveOn } = transfer
  return (
    <Card title={t('page.decideTitle')}>
      <form method="post" encType="multipart/form-data" noValidate>
        <p>{t(kind === 'out' ? 'page.decideOutWhat' : 'page.decideWhat')}</p>
        {offices.length > 0 ? (
          <Notice tone="warning">{t('page.officesEnd', { offices: offices.join(', ') })}</Notice>
        ) : null}
        <TextInput {...posted(reply, 'number')} label={t('page.number')} width={12} />
        <TextInput {...posted(reply, 'signedOn')} type="date" label={t('page.signedOn')} width={12} />
        <TextInput {...posted(reply, 'signer')} label={t('page.signer')} width={20} />
        <TextInput
          {...posted(reply, 'effectiveOn', effectiveOn ?? undefined)}
          type="date"
          label={t('page.effectiveOn')}
          width={12}
        />
        <FileInput {...file} label={t('page.file')} hint={t('page.fileHint')} accept=".pdf,.jpg,.jpeg,.png" optional />
        <Button name="act" value="decide">
          {t('page.decide')}
        </Button>
      </form>
    </Card>
  )
}
