import type { FormReply } from '@sotay/ui'
import { posted, Select, TextInput } from '@sotay/ui'
import type { NewChangeForm } from './new-change.server'
import { useText } from './texts'

/** Names of the new units, and for each member or unit below where it goes; without a choice it stays. */
export function SplitFields({ asked, reply }: { asked: NewChangeForm; reply: FormReply | undefined }) {
  const t = useText()
  const { subject, parts } = asked
  const numbers = Array.from({ length: parts }, (_, index) => String(index + 1))
  const places = numbers.map((number) => ({ value: number, label: t('form.part', { number }) }))
  return (
    <>
      {numbers.map((number) => (
        <TextInput
          key={number}
          {...posted(reply, `parts.${number}`)}
          label={t('form.part-name', { number })}
          maxLength={200}
          required
        />
      ))}
      {subject.members.length > 0 ? (
        <fieldset>
          <legend>{t('form.who')}</legend>
          {subject.members.map(({ id, name, cardNumber }) => (
            <Select
              key={id}
              {...posted(reply, `who.${id}`)}
              label={`${name} (${cardNumber})`}
              placeholder={t('form.stays', { name: subject.unit.name })}
              options={places}
            />
          ))}
        </fieldset>
      ) : null}
      {subject.children.length > 0 ? (
        <fieldset>
          <legend>{t('form.which-children')}</legend>
          {subject.children.map(({ id, name }) => (
            <Select
              key={id}
              {...posted(reply, `child.${id}`)}
              label={name}
              placeholder={t('form.stays', { name: subject.unit.name })}
              options={places}
            />
          ))}
        </fieldset>
      ) : null}
    </>
  )
}
