import type { cardCaseStatuses } from '@sotay/domain/cards/inputs'
import { useText } from '@sotay/i18n'
import { type Status, StatusTag } from '@sotay/ui'

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
  const t = useText('cards')
  return <StatusTag status={tags[status]} words={t(`statuses.${status}`)} />
}
