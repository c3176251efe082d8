import type { FormReply } from '@sotay/ui'
import { Checkbox, NumericInput, posted, Select, TextInput } from '@sotay/ui'
import { useText } from './texts'

export interface MemberFieldsProps {
  reply: FormReply | undefined
  initial?: Readonly<Record<string, string | null>>
  /** How cards look here. */
  cardHint: string | undefined
  /** Fields of somebody new, or of a line that stands. */
  of: 'new' | 'standing'
}

const dates = ['birthDate', 'admittedOn', 'confirmedOn'] as const

/** What a line of the roster says of a person, one column. */
export function MemberFields({ reply, initial = {}, cardHint, of }: MemberFieldsProps) {
  const t = useText()
  const field = (name: string) => posted(reply, name, initial[name] ?? undefined)
  const choice = (keys: string[], words: string) => keys.map((key) => ({ value: key, label: t(`${words}.${key}`) }))
  return (
    <>
      <TextInput
        {...field('fullName')}
        label={t('form.fullName')}
        hint={t('form.fullNameHint')}
        maxLength={120}
        required
      />
      <NumericInput
        {...field('cardNumber')}
        label={t('form.cardNumber')}
        hint={cardHint}
        maxLength={40}
        width={12}
        required
      />
      <TextInput
        {...field('phone')}
        type="tel"
        inputMode="tel"
        label={t('form.phone')}
        hint={t('form.phoneHint')}
        maxLength={30}
        width={20}
        optional
      />
      <Checkbox name="sharedPhone" label={t('form.sharedPhone')} defaultChecked={reply?.values.sharedPhone === 'on'} />
      <Select
        {...field('gender')}
        label={t('form.gender')}
        placeholder="–"
        options={choice(['male', 'female'], 'gender')}
        optional
      />
      {of === 'new' ? (
        <Select
          {...posted(reply, 'status', 'full')}
          label={t('form.status')}
          options={choice(['full', 'probationary'], 'status')}
          required
        />
      ) : null}
      {dates.map((name) => (
        <TextInput key={name} {...field(name)} type="date" label={t(`form.${name}`)} width={12} optional />
      ))}
      {of === 'new' ? (
        <TextInput
          {...field('memberSince')}
          type="date"
          label={t('form.memberSince')}
          hint={t('form.memberSinceHint')}
          width={12}
          optional
        />
      ) : (
        <TextInput {...field('probationEndsOn')} type="date" label={t('form.probationEndsOn')} width={12} optional />
      )}
    </>
  )
}
