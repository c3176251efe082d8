import type { MemberLine } from '@sotay/domain/members'
import { useZone } from '@sotay/i18n'
import { Card, formatDate, SummaryList } from '@sotay/ui'
import { Day } from './roster-table'
import { useText } from './texts'

type Shown = Pick<
  MemberLine,
  | 'unitName'
  | 'cardNumber'
  | 'phone'
  | 'gender'
  | 'status'
  | 'birthDate'
  | 'admittedOn'
  | 'confirmedOn'
  | 'probationEndsOn'
  | 'exemptFrom'
  | 'exemptUntil'
  | 'leftOn'
  | 'leaving'
>

export interface MemberFactsProps {
  line: Shown
  account: string
  roles: { role: string; unitName: string }[]
  exempt: boolean
}

export function MemberFacts({ line, account, roles, exempt }: MemberFactsProps) {
  const t = useText()
  const zone = useZone()
  const day = (at: string) => formatDate(at, { zone, locale: 'vi' })
  const { leftOn, leaving, exemptFrom, exemptUntil } = line
  const period = exemptFrom
    ? t(exemptUntil ? 'member.exemptPeriod' : 'member.exemptOpen', {
        from: day(exemptFrom),
        until: exemptUntil ? day(exemptUntil) : '',
      })
    : t('member.none')
  const standing = leftOn
    ? t('member.leftOn', { reason: t(`leaving.${leaving ?? 'removed'}`), day: day(leftOn) })
    : [t(`status.${line.status}`), ...(exempt ? [t('status.exempt')] : [])].join('. ')
  const probation =
    line.status === 'probationary'
      ? [{ label: t('columns.probationEndsOn'), value: <Day at={line.probationEndsOn} /> }]
      : []
  return (
    <Card title={t('member.facts')}>
      <SummaryList
        items={[
          { label: t('columns.status'), value: standing },
          { label: t('columns.unit'), value: line.unitName },
          { label: t('columns.cardNumber'), value: line.cardNumber },
          { label: t('columns.phone'), value: line.phone ?? t('member.none') },
          { label: t('columns.gender'), value: line.gender ? t(`gender.${line.gender}`) : t('member.none') },
          { label: t('columns.birthDate'), value: <Day at={line.birthDate} /> },
          { label: t('columns.admittedOn'), value: <Day at={line.admittedOn} /> },
          { label: t('columns.confirmedOn'), value: <Day at={line.confirmedOn} /> },
          ...probation,
          { label: t('columns.exemption'), value: period },
          { label: t('member.account'), value: t(`accounts.${account}`) },
          {
            label: t('member.roles'),
            value: roles.map(({ role, unitName }) => `${role}, ${unitName}`).join('; ') || t('member.noRoles'),
          },
        ]}
      />
    </Card>
  )
}
