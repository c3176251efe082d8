import { Button, Select, TextInput } from '@sotay/ui'
import type { LevelName } from './levels'
import { useText } from './texts'

export interface TreeSearchProps {
  search: string
  level?: string
  day?: string
  levels: LevelName[]
}

export function TreeSearch({ search, level, day, levels }: TreeSearchProps) {
  const t = useText()
  return (
    <form method="get" action="/to-chuc" className="field-row">
      <TextInput name="tim" type="search" label={t('tree.search')} defaultValue={search} width={20} />
      <Select
        name="cap"
        label={t('tree.level')}
        placeholder={t('tree.any-level')}
        options={levels.map(({ key, name }) => ({ value: key, label: name }))}
        defaultValue={level ?? ''}
      />
      <TextInput name="ngay" type="date" label={t('day.label')} defaultValue={day} width={12} />
      <Button tone="secondary">{t('tree.show')}</Button>
    </form>
  )
}
