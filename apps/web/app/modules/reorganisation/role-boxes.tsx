import type { FormReply } from '@sotay/ui'
import { Checkbox } from '@sotay/ui'
import { useText } from './texts'

/** Which of the roles held at units that end go with their work; the others end the day before. */
export function RoleBoxes({
  roles,
  reply,
}: {
  roles: { key: string; name: string; held: number }[]
  reply: FormReply | undefined
}) {
  const t = useText()
  if (roles.length === 0) return null
  return (
    <fieldset>
      <legend>{t('form.roles')}</legend>
      <p className="hint">{t('form.roles-hint')}</p>
      {roles.map(({ key, name, held }) => (
        <Checkbox
          key={key}
          id={`roles.${key}`}
          name={`roles.${key}`}
          defaultChecked={reply?.values[`roles.${key}`] === 'on'}
          label={t('form.role', { name, count: held })}
        />
      ))}
    </fieldset>
  )
}
