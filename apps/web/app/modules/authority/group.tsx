import { useActionData, useLoaderData } from '@remix-run/react'
import { type GroupPerson, grantableRoles, memberChoices, placeChoices, readGroup } from '@sotay/domain/authority'
import { todayOf } from '@sotay/kernel'
import type { FormReply } from '@sotay/ui'
import { Button, Card, DataTable, EmptyState, ErrorSummary, errorLinks, List, Notice, PageHeader } from '@sotay/ui'
import { redirectWithFlash } from '../../server/flash.server'
import { tenantAction } from '../../server/tenant-action'
import { tenantLoader } from '../../server/tenant-loader'
import { pageTitle } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { StateTag } from './grant-table'
import { actOnGroup, groupAct } from './group-act'
import { GroupForms } from './group-forms'
import { PeriodText } from './period-text'
import { useText } from './texts'
import { asked, roleNames } from './words.server'

export const loader = tenantLoader(async (ctx, { params, url }) => {
  const read = await readGroup(ctx, { groupId: params.groupId ?? '' })
  const [search, place] = [asked(url, 'tim'), asked(url, 'noi')]
  const [found, units] = read.changeable
    ? await Promise.all([memberChoices(ctx, { search }), placeChoices(ctx, { search: place })])
    : [[], []]
  return {
    ...read,
    search,
    place,
    found,
    units: units.map(({ id, name, above }) => ({ value: id, label: above ? `${name} (${above})` : name })),
    choices: grantableRoles(ctx).map(({ key, name }) => ({ value: key, label: name })),
    names: roleNames(ctx),
    today: todayOf(ctx),
    title: pageTitle(ctx, 'authority:group.title', { name: read.group.name }),
  }
})

export const action = tenantAction(groupAct, async (ctx, chosen, { params }) => {
  const groupId = params.groupId ?? ''
  const said = await actOnGroup(ctx, groupId, chosen)
  const count = chosen.act === 'add-people' ? chosen.memberIds.length : 1
  return redirectWithFlash(`/quan-tri/nhom/${groupId}`, `authority:flash.${said}`, { count })
})

export const meta = titleMeta

/** A group: its roles, who is and was in it, and the acts on it. */
export default function GroupPage() {
  const { group, roles, people, changeable, names, found, choices, ...form } = useLoaderData<typeof loader>()
  const reply = useActionData<FormReply>()
  const t = useText()
  return (
    <>
      <ErrorSummary errors={errorLinks(reply)} />
      <PageHeader
        title={group.name}
        lead={t('group.of', { unit: group.unitName })}
        breadcrumbs={[{ href: '/quan-tri/nhom', label: t('groups.title') }]}
      />
      <div className="stack">
        {group.closedAt ? <Notice>{t('group.isClosed')}</Notice> : null}
        <Card title={t('groups.roles')}>
          {roles.length === 0 ? (
            <p>{t('group.noRoles')}</p>
          ) : (
            <List>
              {roles.map(({ role, unitId, unitName }) => (
                <form method="post" key={`${role}@${unitId}`} className="actions">
                  <span>{t('group.roleAt', { role: names[role] ?? role, unit: unitName })}</span>
                  {changeable ? (
                    <>
                      <input type="hidden" name="held" value={`${role}@${unitId}`} />
                      <Button tone="quiet" name="act" value="remove-role">
                        {t('group.removeRole')}
                      </Button>
                    </>
                  ) : null}
                </form>
              ))}
            </List>
          )}
        </Card>
        <People people={people} changeable={changeable} />
        {changeable ? <GroupForms {...form} people={found} roles={choices} reply={reply} /> : null}
      </div>
    </>
  )
}

function People({ people, changeable }: { people: GroupPerson[]; changeable: boolean }) {
  const t = useText()
  if (people.length === 0) return <EmptyState title={t('group.nobody')}>{t('group.nobodyMore')}</EmptyState>
  return (
    <DataTable
      caption={t('group.history')}
      rows={people}
      rowKey={(row) => row.id}
      columns={[
        { key: 'name', header: t('grants.name'), cell: (row) => row.name },
        { key: 'card', header: t('grant.card'), cell: (row) => row.cardNumber },
        {
          key: 'days',
          header: t('grants.days'),
          cell: (row) => <PeriodText from={row.validFrom} until={row.validUntil} />,
        },
        { key: 'state', header: t('grants.state'), cell: (row) => <StateTag state={row.state} /> },
      ]}
      actions={(row) =>
        changeable && (row.state === 'current' || row.state === 'planned') ? (
          <form method="post">
            <input type="hidden" name="groupMemberId" value={row.id} />
            <Button tone="quiet" name="act" value="remove-person" aria-label={t('group.removeOf', { name: row.name })}>
              {t('group.remove')}
            </Button>
          </form>
        ) : null
      }
    />
  )
}
