import type { ImportStatus } from '@sotay/domain/imports'
import type { Status } from '@sotay/ui'

const tags: Record<ImportStatus, Status> = {
  uploaded: 'draft',
  checking: 'pending',
  checked: 'dueSoon',
  committing: 'pending',
  committed: 'done',
  undoing: 'pending',
  undone: 'withdrawn',
  failed: 'returned',
}

export const tagOf = (status: ImportStatus): Status => tags[status]

/** A job is at work on it. */
export const underWay = (status: ImportStatus): status is 'checking' | 'committing' | 'undoing' =>
  status === 'checking' || status === 'committing' || status === 'undoing'
