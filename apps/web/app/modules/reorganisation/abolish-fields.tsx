import type { LevelUnit } from '@sotay/domain/reorganisation'
import type { FormReply } from '@sotay/ui'
import { Button, Checkbox, FileInput, Notice, posted, Select } from '@sotay/ui'
import { DecisionFields } from './decision-fields'
import { RoleBoxes } from './role-boxes'
import { useText } from './texts'

/** Above this a choice for each would be a page of choices: homes other than the parents come by the list. */
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
    <form method="post" encType="multipart/form-data" noValidate>
      <input type="hidden" name="kind" value="abolish-level" />
      <input type="hidden" name="level" value={level} />
      <fieldset id="units">
        <legend>{t('abolish.units', { count: units.length })}</legend>
        <p className="hint">{t('abolish.units-hint')}</p>
        {units.map((unit) => (
          <div key={unit.id} className="card filters">
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
      <HomesList level={level} day={day} units={units} reply={reply} />
      <RoleBoxes roles={roles} reply={reply} />
      <DecisionFields reply={reply} today={today} effectiveOn={day} />
      <Button name="act" value="check">
        {t('form.check')}
      </Button>
    </form>
  )
}

/** Homes of single units below: the list to take, and to send back filled in. */
function HomesList({ level, day, units, reply }: Pick<AbolishFieldsProps, 'level' | 'day' | 'units' | 'reply'>) {
  const t = useText()
  const ending = new Set(units.map(({ id }) => `homes.${id}`))
  const kept = Object.entries(reply?.values ?? {}).filter(([name]) => name.startsWith('homes.') && !ending.has(name))
  const hanging = units.reduce((sum, unit) => sum + unit.children, 0)
  return (
    <fieldset>
      <legend>{t('abolish.homes')}</legend>
      <p className="hint">{t('abolish.homes-rule')}</p>
      <p>
        <a href={`/to-chuc/bo-cap/noi-nhan.xlsx?cap=${level}&ngay=${day}`} download>
          {t('abolish.homes-take', { count: hanging })}
        </a>
      </p>
      {kept.length > 0 ? <Notice>{t('abolish.homes-kept', { count: kept.length })}</Notice> : null}
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FileInput
        name="homesFile"
        accept=".xlsx,.csv"
        label={t('abolish.homes-file')}
        hint={t('abolish.homes-file-hint')}
        error={reply?.errors.homesFile}
        optional
      />
    </fieldset>
  )
}
