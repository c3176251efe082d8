import { Button, NumericInput, Select, TextInput } from '@sotay/ui'
import { names, parametersOf, ROSTER, type RosterAddress, words } from './roster-address'
import { useText } from './texts'
import { UnitFilter, type UnitFilterProps } from './unit-filter'

export interface RosterSearchProps extends Pick<UnitFilterProps, 'units'> {
  address: RosterAddress
  roles: { value: string; label: string }[]
}

/** One line for a name, card or number; the rest of the filters behind it, open while one of them is in force. */
export function RosterSearch({ address, roles, units }: RosterSearchProps) {
  const t = useText()
  const { search, order, unitId, unitSearch, ...narrow } = address
  const kept = parametersOf({ ...narrow, unitId, order })
  return (
    <>
      <form method="get" action={ROSTER} className="filters">
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextInput
          name={names.search}
          type="search"
          label={t('list.search')}
          hint={t('list.searchHint')}
          defaultValue={search}
          width={20}
        />
        <Button tone="secondary">{t('list.find')}</Button>
      </form>
      <details open={units.length > 0 || unitSearch !== ''}>
        <summary>{t('list.filters')}</summary>
        <UnitFilter address={address} units={units} />
        <FilterFields address={address} roles={roles} />
      </details>
    </>
  )
}

function FilterFields({ address, roles }: Omit<RosterSearchProps, 'units'>) {
  const t = useText()
  const choice = (table: Record<string, string>, label: (key: string) => string) =>
    Object.entries(table).map(([key, value]) => ({ value, label: label(key) }))
  const select = (field: 'status' | 'gender' | 'account' | 'order', label: string, of: (key: string) => string) => {
    const chosen = address[field]
    return (
      <Select
        name={names[field]}
        label={label}
        placeholder={field === 'order' ? undefined : t('list.any')}
        options={choice(words[field], of)}
        defaultValue={chosen ? (words[field] as Record<string, string>)[chosen] : ''}
      />
    )
  }
  const day = (field: 'admittedFrom' | 'admittedTo' | 'confirmedFrom' | 'confirmedTo' | 'probationBy') => (
    <TextInput type="date" name={names[field]} label={t(`list.${field}`)} defaultValue={address[field]} width={12} />
  )
  const age = (field: 'ageFrom' | 'ageTo') => (
    <NumericInput name={names[field]} label={t(`list.${field}`)} defaultValue={address[field]?.toString()} width={4} />
  )
  return (
    <form method="get" action={ROSTER} className="filters">
      {parametersOf({ search: address.search, unitId: address.unitId }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {select('status', t('list.status'), (key) => t(`status.${key}`))}
      {select('gender', t('list.gender'), (key) => t(`gender.${key}`))}
      <Select
        name={names.role}
        label={t('list.role')}
        placeholder={t('list.any')}
        options={roles}
        defaultValue={address.role ?? ''}
      />
      {select('account', t('list.account'), (key) => t(`accounts.${key}`))}
      {age('ageFrom')}
      {age('ageTo')}
      {day('admittedFrom')}
      {day('admittedTo')}
      {day('confirmedFrom')}
      {day('confirmedTo')}
      {day('probationBy')}
      {select('order', t('list.order'), (key) => t(`list.orders.${key}`))}
      <Button tone="secondary">{t('list.apply')}</Button>
    </form>
  )
}
