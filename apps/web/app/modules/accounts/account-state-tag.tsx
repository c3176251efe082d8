import type { AccountState } from '@sotay/domain/accounts/inputs'
import { type Status, StatusTag } from '@sotay/ui'
import { useText } from './texts'

const tags: Record<AccountState, Status> = {
  awaiting_approval: 'pending',
  active: 'done',
  issued: 'draft',
  restricted: 'dueSoon',
  suspended: 'overdue',
  returned: 'returned',
  revoked: 'withdrawn',
}

/** An account's state in the system's one vocabulary, with words of its own. */
export function AccountStateTag({ state }: { state: AccountState }) {
  const t = useText()
  return <StatusTag status={tags[state]} words={t(`states.${state}`)} />
}
