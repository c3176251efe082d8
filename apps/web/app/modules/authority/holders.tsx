import type { DelegatedHolder, HeldByPerson, Holder } from '@sotay/domain/authority'
import { Card, DataTable, DateTime, EmptyState } from '@sotay/ui'
import { PeriodText } from './period-text'
import { useText } from './texts'

interface Words {
  /** Role names, and what each role lets its holder do, by key. */
  names: Record<string, string>
  duties: Record<string, string[]>
}

function Duties({ duties }: { duties: string[] | undefined }) {
  const t = useText()
  return <p>{duties && duties.length > 0 ? t('who.may', { duties: duties.join('; ') }) : t('who.mayNothing')}</p>
}

function Through({ row }: { row: Pick<Holder, 'source' | 'through'> }) {
  const t = useText()
  return <>{row.through ? t(`who.through.${row.source}`, { name: row.through }) : t(`sources.${row.source}`)}</>
}

function Decision({ row }: { row: Pick<Holder, 'decisionNumber' | 'decisionSignedOn'> }) {
  const t = useText()
  if (!row.decisionNumber || !row.decisionSignedOn) return <>{t('decision.none')}</>
  return (
    <>
      {row.decisionNumber}, <DateTime at={row.decisionSignedOn} show="date" />
    </>
  )
}

function DelegatedCard({ delegated }: { delegated: DelegatedHolder[] }) {
  const t = useText()
  if (delegated.length === 0) return null
  return (
    <Card title={t('who.delegated')}>
      <DataTable
        caption={t('who.delegatedCaption')}
        rows={delegated}
        rowKey={(row) => `${row.memberId} ${row.unitName} ${row.validUntil}`}
        columns={[
          { key: 'name', header: t('delegations.to'), cell: (row) => row.name },
          { key: 'from', header: t('delegations.from'), cell: (row) => row.fromName },
          { key: 'unit', header: t('grants.unit'), cell: (row) => row.unitName },
          { key: 'until', header: t('period.until'), cell: (row) => <DateTime at={row.validUntil} show="date" /> },
        ]}
      />
    </Card>
  )
}

/** Each role that reaches the unit, what it lets one do, and who holds it. */
export function HolderCards({
  holders,
  delegated,
  names,
  duties,
}: Words & { holders: Holder[]; delegated: DelegatedHolder[] }) {
  const t = useText()
  const roles = [...new Set(holders.map(({ role }) => role))]
  if (roles.length === 0 && delegated.length === 0) {
    return <EmptyState title={t('who.nobody')}>{t('who.nobodyMore')}</EmptyState>
  }
  return (
    <>
      {roles.map((role) => (
        <Card key={role} title={names[role] ?? role}>
          <Duties duties={duties[role]} />
          <DataTable
            caption={t('who.holders', { role: names[role] ?? role })}
            rows={holders.filter((row) => row.role === role)}
            rowKey={(row) => `${row.memberId} ${row.source} ${row.above} ${row.validFrom}`}
            columns={[
              {
                key: 'name',
                header: t('grants.name'),
                cell: (row) => <a href={`/quan-tri/ai-lam-gi?nguoi=${row.memberId}`}>{row.name}</a>,
              },
              {
                key: 'where',
                header: t('who.where'),
                cell: (row) => (row.above ? t('who.above', { unit: row.above }) : t('who.here')),
              },
              { key: 'through', header: t('grants.source'), cell: (row) => <Through row={row} /> },
              {
                key: 'days',
                header: t('grants.days'),
                cell: (row) => <PeriodText from={row.validFrom} until={row.validUntil} />,
              },
              { key: 'decision', header: t('decision.short'), cell: (row) => <Decision row={row} /> },
            ]}
          />
        </Card>
      ))}
      <DelegatedCard delegated={delegated} />
    </>
  )
}

/** What one person holds, where, and what it lets them do. */
export function HeldTable({
  held,
  delegated,
  names,
  duties,
}: Words & { held: HeldByPerson[]; delegated: DelegatedHolder[] }) {
  const t = useText()
  if (held.length === 0 && delegated.length === 0) return <EmptyState title={t('who.holdsNothing')} />
  return (
    <>
      {held.map((row) => (
        <Card
          key={`${row.role} ${row.unitId} ${row.source} ${row.validFrom}`}
          title={t('group.roleAt', { role: names[row.role] ?? row.role, unit: row.unitName })}
        >
          <p>
            <PeriodText from={row.validFrom} until={row.validUntil} />. <Through row={row} />.
          </p>
          {row.decisionNumber ? (
            <p>
              {t('decision.short')}: <Decision row={row} />
            </p>
          ) : null}
          <Duties duties={duties[row.role]} />
        </Card>
      ))}
      <DelegatedCard delegated={delegated} />
    </>
  )
}
