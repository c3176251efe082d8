import type { BatchView } from '@sotay/domain/imports'
import { sentence } from '../../server/refusals'

/** A batch as its page shows it: failures and kinds of errors in sentences. */
export const shownBatch = ({ totals, failure, ...batch }: BatchView) => ({
  ...batch,
  totals,
  failure: failure ? sentence(failure) : null,
  errorKinds: Object.entries(totals.errors)
    .map(([code, rows]) => ({ code, rows, words: sentence(code, { unit: '…', nearest: '…', count: '…', line: '…' }) }))
    .sort((a, b) => b.rows - a.rows),
})
export type ShownBatch = ReturnType<typeof shownBatch>
