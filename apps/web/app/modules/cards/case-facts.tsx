import type { readCardCase } from '@sotay/domain/cards'
import type { SummaryItem } from '@sotay/ui'
import { DateTime } from '@sotay/ui'
import { CaseStatus } from './case-status'

export type FoundCase = Awaited<ReturnType<typeof readCardCase>>

/** What is known of a case, in the order it came about. */
export function caseFacts(found: FoundCase, t: (key: string) => string): SummaryItem[] {
  const said = (label: string, value: string | null) => (value ? [{ label: t(label), value }] : [])
  const moment = (label: string, at: Date | null) =>
    at ? [{ label: t(label), value: <DateTime at={at} show="day-time" /> }] : []
  return [
    { label: t('case.status'), value: <CaseStatus status={found.status} /> },
    { label: t('case.place'), value: found.unitName },
    { label: t('case.present'), value: found.cardNumber },
    { label: t('case.oldCard'), value: found.oldCard },
    ...said('case.otherCard', found.otherCard),
    ...said('case.newCard', found.newCard),
    ...said('case.note', found.note),
    ...moment('case.reportedAt', found.reportedAt),
    ...moment('case.confirmedAt', found.confirmedAt),
    ...moment('case.decidedAt', found.decidedAt),
    ...said('case.outcome', found.outcome),
  ]
}
