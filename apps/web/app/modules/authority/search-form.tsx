import { Button, TextInput } from '@sotay/ui'
import { useText } from './texts'

export interface SearchFormProps {
  /** Fields of the address by name, with their words and what was looked for. */
  fields: { name: string; label: string; hint?: string; value: string }[]
  /** What else the address says and keeps. */
  kept?: Record<string, string>
}

/** Looks up, by the address alone; what it finds is chosen in the form below. */
export function SearchForm({ fields, kept = {} }: SearchFormProps) {
  const t = useText()
  return (
    <form method="get" className="filters">
      {Object.entries(kept).map(([name, value]) =>
        value ? <input key={name} type="hidden" name={name} value={value} /> : null,
      )}
      {fields.map(({ name, label, hint, value }) => (
        <TextInput key={name} name={name} type="search" label={label} hint={hint} defaultValue={value} width={20} />
      ))}
      <Button tone="secondary">{t('find')}</Button>
    </form>
  )
}
