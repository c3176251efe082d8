import type { TenantContext } from '@sotay/kernel'
import { isSame, markOf } from './canonical'
import type { FileField, FileValue } from './field-type'
import { fields } from './fields'
import type { LoadedFile } from './load-file'
import type { RequestedChanges } from './sealed-values'

/** A requested change against the file as it stands. */
export interface ComparedChange {
  field: FileField
  /** What it rests on, what stands, and what is to stand. */
  before: FileValue | null
  now: FileValue | null
  after: FileValue | null
  /** The file moved under it: what stands is neither what the member saw nor what they ask for. */
  moved: boolean
  /** Marks what stands, to be sent back with the decision. */
  mark: string
}

/** Each requested change, in the file's order, laid over the file as it stands. */
export const compareChanges = (
  ctx: Pick<TenantContext, 'secretKey'>,
  file: LoadedFile,
  changes: RequestedChanges,
): ComparedChange[] =>
  fields.flatMap((field) => {
    const change = changes[field.key]
    if (!change) return []
    const now = file.values[field.key] ?? null
    const moved = !isSame(field, now, change.before) && !isSame(field, now, change.after)
    return [{ field, ...change, now, moved, mark: markOf(ctx, file.memberId, field, now) }]
  })
