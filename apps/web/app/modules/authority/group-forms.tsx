import type { MemberChoice } from '@sotay/domain/authority'
import type { FormReply } from '@sotay/ui'
import { Button, Card, Notice, posted, Select } from '@sotay/ui'
import { PeriodFields } from './period-fields'
import { PeopleChoice } from './person-choice'
import { SearchForm } from './search-form'
import { useText } from './texts'

export interface GroupFormsProps {
  people: MemberChoice[]
  search: string
  place: string
  units: { value: string; label: string }[]
  roles: { value: string; label: string }[]
  today: string
  reply: FormReply | undefined
}

/** Brings people and roles into a group, and closes it. */
export function GroupForms({ people, search, place, units, roles, today, reply }: GroupFormsProps) {
  const t = useText()
  return (
    <>
      <Card title={t('group.addPeople')}>
        <SearchForm
          fields={[{ name: 'tim', label: t('person.search'), hint: t('person.searchHint'), value: search }]}
          kept={{ noi: place }}
        />
        <form method="post" noValidate>
          <PeopleChoice label={t('group.people')} people={people} search={search} error={reply?.errors.memberIds} />
          <PeriodFields reply={reply} today={today} />
          <Button name="act" value="add-people">
            {t('group.addPeopleDo')}
          </Button>
        </form>
      </Card>
      <Card title={t('group.addRole')}>
        <SearchForm
          fields={[{ name: 'noi', label: t('unit.search'), hint: t('unit.searchHint'), value: place }]}
          kept={{ tim: search }}
        />
        <form method="post" noValidate>
          <Select
            {...posted(reply, 'role')}
            label={t('newGrant.role')}
            placeholder={t('newGrant.chooseRole')}
            options={roles}
          />
          <Select
            {...posted(reply, 'unitId')}
            label={t('newGrant.unit')}
            placeholder={t('unit.choose')}
            options={units}
          />
          <Button tone="secondary" name="act" value="add-role">
            {t('group.addRoleDo')}
          </Button>
        </form>
      </Card>
      <Card title={t('group.close')}>
        <form method="post">
          <Notice tone="warning">{t('group.closeWhat')}</Notice>
          <Button tone="danger" name="act" value="close">
            {t('group.closeDo')}
          </Button>
        </form>
      </Card>
    </>
  )
}
