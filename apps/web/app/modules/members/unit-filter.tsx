import { Button, List, TextInput } from '@sotay/ui'
import { addressOf, names, parametersOf, ROSTER, type RosterAddress } from './roster-address'
import { useText } from './texts'

export interface UnitFilterProps {
  address: RosterAddress
  units: { id: string; name: string; above: string }[]
}

/** Narrows to a unit in two steps, without a script: a part of its name, then one of those found. */
export function UnitFilter({ address, units }: UnitFilterProps) {
  const t = useText()
  const { unitSearch, ...rest } = address
  return (
    <>
      <form method="get" action={ROSTER} className="filters">
        {parametersOf(rest).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextInput
          name={names.unitSearch}
          type="search"
          label={t('list.unit')}
          hint={t('list.unitHint')}
          defaultValue={unitSearch}
          width={20}
        />
        <Button tone="secondary">{t('list.find')}</Button>
      </form>
      {unitSearch && units.length === 0 ? <p>{t('list.unitNone', { search: unitSearch })}</p> : null}
      {units.length > 0 ? (
        <nav aria-label={t('list.unitChoices')}>
          <List>
            {units.map(({ id, name, above }) => (
              <p key={id}>
                <a href={addressOf(ROSTER, { ...rest, unitId: id })}>{name}</a> {above}
              </p>
            ))}
          </List>
        </nav>
      ) : null}
    </>
  )
}
