import { useZone } from '@sotay/i18n'
import { FilterChips, formatDate } from '@sotay/ui'
import { addressOf, ROSTER, type RosterAddress } from './roster-address'
import { useText } from './texts'

export interface ActiveFiltersProps {
  address: RosterAddress
  unitName: string | undefined
  roles: { value: string; label: string }[]
}

/** Each filter in force, with a way to take it off. */
export function ActiveFilters({ address, unitName, roles }: ActiveFiltersProps) {
  const t = useText()
  const zone = useZone()
  const day = (at: string) => formatDate(at, { zone, locale: 'vi' })
  const { order, ...filters } = address
  const shown: Record<string, (value: string) => string> = {
    search: (value) => `“${value}”`,
    unitId: () => t('list.chip', { label: t('columns.unit'), value: unitName ?? '' }),
    status: (value) => t(`status.${value}`),
    gender: (value) => t(`gender.${value}`),
    account: (value) => t('list.chip', { label: t('list.account'), value: t(`accounts.${value}`) }),
    role: (key) => roles.find(({ value }) => value === key)?.label ?? key,
    ageFrom: (value) => t('list.chip', { label: t('list.ageFrom'), value }),
    ageTo: (value) => t('list.chip', { label: t('list.ageTo'), value }),
  }
  const chips = Object.entries(filters).flatMap(([field, value]) => {
    if (value === undefined || value === '' || field === 'unitSearch') return []
    const text = String(value)
    const label = shown[field]?.(text) ?? t('list.chip', { label: t(`list.${field}`), value: day(text) })
    return [{ label, href: addressOf(ROSTER, { ...address, [field]: undefined }) }]
  })
  return <FilterChips chips={chips} clearHref={chips.length > 1 ? addressOf(ROSTER, { order }) : undefined} />
}
