import type { FormReply } from '@sotay/ui'
import { posted, TextInput } from '@sotay/ui'
import { useText } from './texts'

export interface CardNumberFieldProps {
  reply: FormReply | undefined
  /** What a card number looks like in this province. */
  hint: string | undefined
}

/** The number of the member's card, which is the name they sign in by. */
export function CardNumberField({ reply, hint }: CardNumberFieldProps) {
  const t = useText()
  return (
    <TextInput
      {...posted(reply, 'cardNumber')}
      label={t('fields.cardNumber')}
      hint={hint}
      autoComplete="username"
      autoCapitalize="characters"
      spellCheck={false}
      width={12}
      required
    />
  )
}
