import type { LevelUnit } from '@sotay/domain/reorganisation'
import type { FormReply } from '@sotay/ui'
import { Button, Checkbox, posted, Select } from '@sotay/ui'
import { DecisionFields } from './decision-fields'
import { RoleBoxes } from './role-boxes'
import { useText } from './texts'

/** Above this a choice for each would be a page of choices; all go to their parents, and move singly afterwards. */
const MOST_HOMES = 60

export interface AbolishFieldsProps {
  level: string
  day: string
  today: string
  units: LevelUnit[]
  roles: { key: string; name: string; held: number }[]
  reply: FormReply | undefined
}

/** Each unit of the tier with its box and the home of what hangs on it; those left out stand on. */
export function AbolishFields({ level, day, today, units, roles, reply }: AbolishFieldsProps) {
  const t = useText()
  const counts = ({ children, members }: LevelUnit) => t('abolish.counts', { children, members })
  const few = units.length <= MOST_HOMES
  const homes = (own: LevelUnit) =>
    units.filter(({ id }) => id !== own.id).map(({ id, name }) => ({ value: id, label: name }))
  const ticked = (id: string) => (reply ? reply.values[`units.${id}`] === 'on' : true)
  return (
    <form method="post" noValidate>
      <input type="hidden" name="kind" value="abolish-level" />
      <input type="hidden" name="level" value={level} />
      <fieldset id="units">
        <legend>{t('abolish.units', { count: units.length })}</legend>
        <p className="hint">{t('abolish.units-hint')}</p>
        {units.map((unit) => (
          <div key={unit.id} className="card">
            <Checkbox
              id={`units.${unit.id}`}
              name={`units.${unit.id}`}
              defaultChecked={ticked(unit.id)}
              label={unit.name}
              hint={counts(unit)}
            />
            {few ? (
              <Select
                {...posted(reply, `homes.${unit.id}`)}
                label={t('abolish.home')}
                placeholder={t('form.to-parent', { name: unit.parent })}
                options={homes(unit)}
              />
            ) : (
              <p className="hint">{t('form.to-parent', { name: unit.parent })}</p>
            )}
          </div>
        ))}
      </fieldset>
      <RoleBoxes roles={roles} reply={reply} />
      <DecisionFields reply={reply} today={today} effectiveOn={day} />
      <Button name="act" value="check">
        {t('form.check')}
      </Button>
    </form>
  )
}
