import type { MemberChoice } from '@sotay/domain/authority'
import { Checkbox, FieldError, FieldHint, RadioGroup } from '@sotay/ui'
import { useText } from './texts'

interface Found {
  people: MemberChoice[]
  search: string
  error?: string
}

const useFound = ({ people, search }: Found) => {
  const t = useText()
  if (!search) return t('person.first')
  return people.length > 0 ? t('person.found', { search }) : t('person.none', { search })
}

/** One of the members found. */
export function PersonChoice({ label, defaultValue, ...found }: Found & { label: string; defaultValue?: string }) {
  const t = useText()
  const hint = useFound(found)
  const only = found.people.length === 1 ? found.people[0]!.id : undefined
  return (
    <RadioGroup
      name="memberId"
      label={label}
      hint={hint}
      error={found.error}
      defaultValue={defaultValue ?? only}
      options={found.people.map(({ id, name, ...more }) => ({ value: id, label: name, hint: t('person.more', more) }))}
    />
  )
}

/** As many of the members found as are wanted. */
export function PeopleChoice({ label, ...found }: Found & { label: string }) {
  const t = useText()
  const hint = useFound(found)
  const { people, error } = found
  return (
    <fieldset className={error ? 'field has-error' : 'field'} id={people.length === 0 ? 'memberIds' : undefined}>
      <legend>{label}</legend>
      <FieldHint id="memberIds">{hint}</FieldHint>
      {error ? <FieldError id="memberIds">{error}</FieldError> : null}
      {people.map(({ id, name, ...more }, index) => (
        <Checkbox
          key={id}
          id={index === 0 ? 'memberIds' : `member-${id}`}
          name="memberIds"
          value={id}
          defaultChecked={people.length === 1}
          label={`${name}, ${t('person.more', more)}`}
        />
      ))}
    </fieldset>
  )
}
