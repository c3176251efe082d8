import { authorize, NotFound, type TenantContext } from '@sotay/kernel'
import { compareChanges } from './compare-changes'
import type { FileValue } from './field-type'
import { findPerson, type Person } from './find-person'
import { type FileRequestReference, fileRequestInput } from './inputs'
import { findAwaitingRequest } from './load-awaiting-request'
import { loadFile } from './load-file'
import { maySeeSensitive, recordSensitiveRead } from './sensitive-access'
import { type ShownField, withOptions } from './show-file'

export interface ShownChange
  extends Pick<ShownField, 'key' | 'section' | 'type' | 'sensitive' | 'columns' | 'options'> {
  before: FileValue | null
  now: FileValue | null
  after: FileValue | null
  moved: boolean
  mark: string
}

export interface ShownRequest {
  requestId: string
  revision: number
  requestedAt: Date
  person: Person
  changes: ShownChange[]
}

/**
 * A request as its decider compares it: what stands beside what is asked for. Showing sensitive fields is recorded.
 * @throws NotFound for who may not decide on it · Conflict when it was decided or taken back
 * Source: QN 10.1.2, 17.3
 */
export async function readFileRequest(ctx: TenantContext, input: FileRequestReference): Promise<ShownRequest> {
  authorize(ctx, 'dossiers.decide')
  const { requestId } = fileRequestInput.parse(input)
  const { id, memberId, revision, requestedAt, changes } = await findAwaitingRequest(ctx, requestId)
  const [person, file] = await Promise.all([findPerson(ctx, memberId), loadFile(ctx, memberId)])
  const compared = compareChanges(ctx, file, changes)
  const sensitive = compared.filter(({ field }) => field.sensitive).map(({ field }) => field.key)
  // Who may not see what would be approved may not approve it.
  if (sensitive.length > 0 && !maySeeSensitive(ctx, person)) throw new NotFound()
  await recordSensitiveRead(ctx, memberId, sensitive)
  const shown = compared.map(({ field, ...change }) => ({ ...withOptions(ctx, field), ...change }))
  return { requestId: id, revision, requestedAt, person, changes: shown }
}
