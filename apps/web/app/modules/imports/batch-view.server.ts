import type { BatchView } from '@sotay/domain/imports'
import { sentence } from '../../server/refusals'
import { texts } from '../../shell/texts.server'

/** A batch as its page shows it: failures and kinds of errors in sentences. */
export const shownBatch = ({ totals, failure, ...batch }: BatchView) => ({
  ...batch,
  totals,
  failure: failure ? sentence(failure) : null,
  errorKinds: Object.entries(totals.errors)
    .map(([code, rows]) => ({ code, rows, words: wordsOf(code) }))
    .sort((a, b) => b.rows - a.rows),
})

/** A kind of error in words of its own where its sentence speaks of one line. */
function wordsOf(code: string): string {
  const key = code.replace('imports.', 'imports:dryRun.kinds.')
  return texts.exists(key) ? texts.t(key) : sentence(code)
}

export type ShownBatch = ReturnType<typeof shownBatch>
