import type { FormReply } from '@sotay/ui'
import { posted, TextInput } from '@sotay/ui'
import { useText } from './texts'

/** The day of a change and the decision that orders it; the scan is asked for where the change is confirmed. */
export function DecisionFields({
  reply,
  today,
  effectiveOn,
}: {
  reply: FormReply | undefined
  today: string
  effectiveOn?: string
}) {
  const t = useText()
  return (
    <>
      <TextInput
        {...posted(reply, 'effectiveOn', effectiveOn)}
        type="date"
        label={t('form.effectiveOn')}
        hint={t('form.effectiveOn-hint')}
        width={12}
        required
      />
      <fieldset>
        <legend>{t('form.decision')}</legend>
        <TextInput
          {...posted(reply, 'number')}
          label={t('form.number')}
          hint={t('form.number-hint')}
          width={20}
          maxLength={60}
          required
        />
        <TextInput
          {...posted(reply, 'signedOn')}
          type="date"
          label={t('form.signedOn')}
          max={today}
          width={12}
          required
        />
        <TextInput {...posted(reply, 'signer')} label={t('form.signer')} maxLength={120} required />
        <TextInput {...posted(reply, 'issuer')} label={t('form.issuer')} maxLength={200} optional />
      </fieldset>
    </>
  )
}
