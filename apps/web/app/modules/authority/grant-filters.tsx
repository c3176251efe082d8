import { Button, Card, FilterChips, Select, TextInput } from '@sotay/ui'
import { useText } from './texts'

export interface GrantFiltersProps {
  filter: { unitId?: string; role?: string; state: string; search: string; place: string }
  units: { value: string; label: string }[]
  roles: { key: string; name: string }[]
  states: readonly string[]
}

const LIST = '/quan-tri/phan-quyen'

export function GrantFilters({ filter, units, roles, states }: GrantFiltersProps) {
  const t = useText()
  const { unitId, role, state, search, place } = filter
  const address = {
    'don-vi': unitId,
    'vai-tro': role,
    tim: search,
    'trang-thai': state === 'current' ? '' : state,
    noi: place,
  }
  const without = (name: keyof typeof address) => {
    const left = Object.entries(address).flatMap(([key, value]) => (value && key !== name ? [[key, value]] : []))
    return left.length > 0 ? `${LIST}?${new URLSearchParams(left)}` : LIST
  }
  const unitName = units.find((entry) => entry.value === unitId)?.label
  const chips = [
    ...(search ? [{ label: t('grants.chipPerson', { search }), href: without('tim') }] : []),
    ...(unitId ? [{ label: unitName ?? t('grants.chipUnit'), href: without('don-vi') }] : []),
    ...(role ? [{ label: roles.find((entry) => entry.key === role)?.name ?? role, href: without('vai-tro') }] : []),
    ...(state === 'current' ? [] : [{ label: t(`grants.stateChoices.${state}`), href: without('trang-thai') }]),
  ]
  return (
    <>
      <Card>
        <form method="get" className="filters">
          <TextInput name="tim" type="search" label={t('grants.searchPerson')} defaultValue={search} width={20} />
          <TextInput name="noi" type="search" label={t('grants.searchUnit')} defaultValue={place} width={20} optional />
          <Select
            name="don-vi"
            label={t('grants.unitFilter')}
            defaultValue={unitId ?? ''}
            placeholder={t('grants.anyUnit')}
            options={units}
          />
          <Select
            name="vai-tro"
            label={t('grants.role')}
            defaultValue={role ?? ''}
            placeholder={t('grants.anyRole')}
            options={roles.map(({ key, name }) => ({ value: key, label: name }))}
          />
          <Select
            name="trang-thai"
            label={t('grants.state')}
            defaultValue={state}
            options={states.map((key) => ({ value: key, label: t(`grants.stateChoices.${key}`) }))}
          />
          <Button tone="secondary">{t('find')}</Button>
        </form>
      </Card>
      <FilterChips chips={chips} clearHref={chips.length > 1 ? LIST : undefined} />
    </>
  )
}
