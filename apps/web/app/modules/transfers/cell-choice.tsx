import type { UnitChoice } from '@sotay/domain/organisation'
import { Button, RadioGroup, TextInput } from '@sotay/ui'
import { useText } from './texts'

/** Looks cells up by name; what it finds is chosen in the form below. */
export function CellSearch({
  search,
  kept = {},
  label,
}: {
  search: string
  kept?: Record<string, string>
  label?: string
}) {
  const t = useText()
  return (
    <form method="get" className="filters">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <TextInput
        name="tim"
        type="search"
        label={label ?? t('ask.find')}
        hint={t('ask.findHint')}
        defaultValue={search}
        width={20}
      />
      <Button tone="secondary">{t('ask.search')}</Button>
    </form>
  )
}

export interface CellChoiceProps {
  name: string
  cells: UnitChoice[]
  search: string
  defaultValue?: string
  error?: string
}

export function CellChoice({ name, cells, search, defaultValue, error }: CellChoiceProps) {
  const t = useText()
  const found = search ? t(cells.length > 0 ? 'ask.cellFound' : 'ask.cellNone', { search }) : t('ask.cellHint')
  return (
    <RadioGroup
      name={name}
      label={t('ask.cell')}
      hint={found}
      error={error}
      defaultValue={defaultValue ?? (cells.length === 1 ? cells[0]!.id : undefined)}
      options={cells.map(({ id, name: cell, above }) => ({ value: id, label: cell, hint: above || undefined }))}
    />
  )
}
