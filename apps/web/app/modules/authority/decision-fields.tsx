import { FileInput, type FormReply, posted, TextInput } from '@sotay/ui'
import { useText } from './texts'

/** The decision on paper that orders the act; its form posts as `multipart/form-data`. */
export function DecisionFields({ reply, required }: { reply: FormReply | undefined; required: boolean }) {
  const t = useText()
  const { defaultValue: _, ...file } = posted(reply, 'file')
  return (
    <fieldset>
      <legend>{t(required ? 'decision.legend' : 'decision.legendOptional')}</legend>
      <TextInput {...posted(reply, 'number')} label={t('decision.number')} hint={t('decision.numberHint')} width={12} />
      <TextInput {...posted(reply, 'signedOn')} type="date" label={t('decision.signedOn')} width={12} />
      <TextInput {...posted(reply, 'signer')} label={t('decision.signer')} width={20} />
      <FileInput
        {...file}
        label={t('decision.file')}
        hint={t('decision.fileHint')}
        accept=".pdf,.jpg,.jpeg,.png"
        optional
      />
    </fieldset>
  )
}
