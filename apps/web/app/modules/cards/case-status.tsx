import type { cardCaseStatuses } from '@sotay/domain/cards/inputs'
import { type Status, StatusTag } from '@sotay/ui'
import { useText } from './texts'

type CardCaseStatus = (typeof cardCaseStatuses)[number]

const tags: Record<CardCaseStatus, Status> = {
  reported: 'pending',
  confirmed: 'dueSoon',
  resolved: 'done',
  refused: 'returned',
  withdrawn: 'withdrawn',
}

/** A case's state in the system's one vocabulary, with words of its own. */
export function CaseStatus({ status }: { status: CardCaseStatus }) {
  const t = useText()
  return <StatusTag status={tags[status]} words={t(`statuses.${status}`)} />
}
