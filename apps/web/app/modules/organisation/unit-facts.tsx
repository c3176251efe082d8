import type { UnitOnDay } from '@sotay/domain/organisation'
import { DateTime, Notice, Quantity, SummaryList } from '@sotay/ui'
import { unitAddress } from './address'
import { type LevelName, levelWords } from './levels'
import { useText } from './texts'

export function UnitFacts({ unit, levels }: { unit: UnitOnDay; levels: LevelName[] }) {
  const t = useText()
  const below = levels.flatMap(({ key, name }) => {
    const units = unit.below.find(({ level }) => level === key)?.units
    return units ? [{ key, name, units }] : []
  })
  const facts = [
    { label: t('unit.level'), value: levelWords(unit, levels, t) },
    unit.above.length > 0 && {
      label: t('unit.above'),
      value: [...unit.above]
        .reverse()
        .map(({ name }) => name)
        .join(' · '),
    },
    { label: t('unit.begins'), value: <DateTime at={unit.begins} show="date" /> },
    unit.ends && { label: t('unit.ends'), value: <DateTime at={unit.ends} show="date" /> },
    unit.standing && { label: t('unit.members'), value: <Quantity value={unit.members} /> },
    below.length > 0 && {
      label: t('unit.below'),
      value: below.map(({ key, name, units }, index) => (
        <span key={key}>
          {index > 0 ? ' · ' : null}
          <Quantity value={units} /> {name.toLocaleLowerCase('vi')}
        </span>
      )),
    },
    unit.agencies.length > 0 && {
      label: t('unit.agencies'),
      value: (
        <ul>
          {unit.agencies.map(({ id, name }) => (
            <li key={id}>
              <a href={unitAddress(id, unit.live ? undefined : unit.day)}>{name}</a>
            </li>
          ))}
        </ul>
      ),
    },
  ].filter((fact) => !!fact)
  return (
    <>
      <Absence unit={unit} />
      <SummaryList items={facts} />
    </>
  )
}

/** Says why a unit that does not exist on the day is shown without what hung on it, and where that can be seen. */
function Absence({ unit }: { unit: UnitOnDay }) {
  const t = useText()
  if (unit.standing) return null
  const early = unit.day < unit.begins
  const seen = early ? unit.begins : unit.ends
  return (
    <Notice tone="warning" title={t(early ? 'unit.not-yet' : 'unit.over')}>
      {seen ? (
        <a href={unitAddress(unit.id, seen)}>
          {t(early ? 'unit.see-first' : 'unit.see-last')} <DateTime at={seen} show="date" />
        </a>
      ) : null}
    </Notice>
  )
}
