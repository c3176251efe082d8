import { Invalid, type TenantContext } from '@sotay/kernel'
import { canonical, isSame, markOf } from './canonical'
import type { FileField, FileValue, FileValues } from './field-type'
import { fieldOf } from './fields'
import type { TypedFields } from './inputs'
import { type FieldErrors, readValue } from './read-value'

export interface FieldUpdate {
  field: FileField
  before: FileValue | null
  after: FileValue | null
}

/**
 * Lays what somebody typed over what stands now. A field they left as they saw it keeps what others wrote meanwhile; one
 * that both changed, to different ends, is a collision.
 * @param typed `shown` names the form's fields and marks what each held when it was shown; a field absent from `fields`
 * was emptied
 * @throws Invalid for unknown fields and unacceptable values
 */
export function mergeTyped(
  ctx: TenantContext,
  memberId: string,
  current: FileValues,
  { fields, shown }: TypedFields,
): { updates: FieldUpdate[]; collisions: FileField[] } {
  const errors: FieldErrors = {}
  const updates: FieldUpdate[] = []
  const collisions: FileField[] = []
  for (const [key, mark] of Object.entries(shown)) {
    const field = fieldOf(key)
    if (!field) throw new Invalid({ [`fields.${key}`]: ['dossiers.unknown-field'] })
    const before = current[key] ?? null
    const wrong: FieldErrors = {}
    const after = readValue(ctx, field, fields[key], { name: `fields.${key}`, errors: wrong })
    // What was there before a rule of today is let be while nobody touches it.
    if (markOf(ctx, memberId, field, after) === mark || isSame(field, before, after)) continue
    Object.assign(errors, wrong)
    if (markOf(ctx, memberId, field, before) !== mark) collisions.push(field)
    else updates.push({ field, before, after })
  }
  if (Object.keys(errors).length > 0) throw new Invalid(errors)
  return { updates, collisions }
}

/** Values with the updates in place. */
export function withUpdates(values: FileValues, updates: readonly Pick<FieldUpdate, 'field' | 'after'>[]): FileValues {
  const next: Record<string, FileValue> = { ...values }
  for (const { field, after } of updates) {
    if (canonical(field, after) === null) delete next[field.key]
    else next[field.key] = after!
  }
  return next
}
