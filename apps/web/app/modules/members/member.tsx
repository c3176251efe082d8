import { useLoaderData } from '@remix-run/react'
import { accountStates, rolesOf } from '@sotay/domain/accounts'
import { isExemptFrom, isExemptOn, readMemberHistory, readMemberLine } from '@sotay/domain/members'
import { may, todayOf } from '@sotay/kernel'
import { ButtonLink, PageHeader } from '@sotay/ui'
import { tenantLoader } from '../../server/tenant-loader'
import { titleOf } from '../../shell/page-title.server'
import { titleMeta } from '../../shell/title-meta'
import { MemberFacts } from './member-facts'
import { CellPeriods, LineChanges } from './member-history'
import { ROSTER } from './roster-address'
import { useText } from './texts'

export const loader = tenantLoader(async (ctx, { params }) => {
  const memberId = params.memberId ?? ''
  const line = await readMemberLine(ctx, { memberId })
  const [history, states, roles] = await Promise.all([
    readMemberHistory(ctx, { memberId }),
    accountStates(ctx, [memberId]),
    rolesOf(ctx, memberId),
  ])
  const today = todayOf(ctx)
  const named = new Map(ctx.config.roles.map(({ key, name }) => [key, name]))
  const { unitPath: _, searchText: _text, foldedName: _folded, sortName: _sort, photoKey: _photo, ...shown } = line
  return {
    line: shown,
    history,
    account: states.get(memberId) ?? ('none' as const),
    roles: roles.map(({ role, unitName }) => ({ role: named.get(role) ?? role, unitName })),
    exempt: isExemptOn(line, today),
    acts: {
      manage: may(ctx, 'members.manage'),
      dossier: may(ctx, 'dossiers.read'),
      transfer: may(ctx, 'transfers.request'),
      endExemption: isExemptFrom(line, today),
    },
    title: titleOf(ctx, line.fullName),
  }
})

export const meta = titleMeta

/** A line of the roster: what it says, where the member was, what was changed, and what can be done. */
export default function MemberPage() {
  const { line, history, account, roles, exempt, acts } = useLoaderData<typeof loader>()
  const t = useText()
  const at = (page: string) => `${ROSTER}/${line.id}/${page}`
  const links = acts.manage ? actsOn(line, acts.endExemption) : []
  return (
    <>
      <PageHeader
        title={line.fullName}
        lead={line.unitName}
        breadcrumbs={[{ href: ROSTER, label: t('list.title') }]}
        actions={
          <>
            {acts.dossier ? <ButtonLink href={at('ho-so')}>{t('member.dossier')}</ButtonLink> : null}
            {acts.transfer && !line.leftOn ? <ButtonLink href={at('chuyen')}>{t('member.transfer')}</ButtonLink> : null}
          </>
        }
      />
      <div className="stack">
        <MemberFacts line={line} account={account} roles={roles} exempt={exempt} />
        {links.length > 0 ? (
          <div className="actions">
            {links.map(([page, words]) => (
              <ButtonLink key={page} href={at(page)} tone="secondary">
                {t(`member.${words}`)}
              </ButtonLink>
            ))}
          </div>
        ) : null}
        <CellPeriods periods={history.periods} />
        <LineChanges changes={history.changes} />
      </div>
    </>
  )
}

/** Pages of what can be done to a line as it stands, with the key of their words. */
function actsOn({ leftOn, status }: { leftOn: string | null; status: string }, exempt: boolean): [string, string][] {
  if (leftOn) return [['tro-lai', 'return']]
  return [
    ['sua', 'edit'],
    ...(status === 'probationary' ? [['chinh-thuc', 'confirm'] as [string, string]] : []),
    exempt ? ['het-mien', 'endExemption'] : ['mien-sinh-hoat', 'exempt'],
    ['roi-danh-sach', 'leave'],
  ]
}
