import { useText } from '@sotay/i18n'
import { type FormReply, posted, RadioGroup } from '@sotay/ui'

const roles = ['viewer', 'operator', 'owner'] as const

export function RoleChoice({ reply, initial }: { reply: FormReply | undefined; initial?: string }) {
  const t = useText('console')
  const options = roles.map((value) => ({ value, label: t(`roles.${value}`), hint: t(`operators.may.${value}`) }))
  return <RadioGroup label={t('operators.role')} options={options} required {...posted(reply, 'role', initial)} />
}
