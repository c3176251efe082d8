import { Button, Select, TextInput } from '@sotay/ui'
import { useText } from './texts'

interface Option {
  value: string
  label: string
}

export interface AccountFiltersProps {
  filters: { tim: string; noi: string; state: string; role: string }
  states: Option[]
  roles: Option[]
}

export function AccountFilters({ filters, states, roles }: AccountFiltersProps) {
  const t = useText()
  return (
    <form method="get" className="filters">
      <TextInput name="tim" type="search" label={t('list.search')} defaultValue={filters.tim} width={20} />
      <TextInput name="noi" type="search" label={t('list.unit')} defaultValue={filters.noi} width={20} />
      <Select
        name="trang-thai"
        label={t('list.state')}
        placeholder={t('list.anyState')}
        options={states}
        defaultValue={filters.state}
      />
      <Select
        name="vai-tro"
        label={t('list.role')}
        placeholder={t('list.anyRole')}
        options={roles}
        defaultValue={filters.role}
      />
      <Button tone="secondary">{t('list.find')}</Button>
    </form>
  )
}
