import { keyedHash, type TenantContext } from '@sotay/kernel'
import type { FileField, FileValue } from './field-type'

/** A value as one text, the same for the same value: the database gives a row's cells back in an order of its own. */
export const canonical = (field: FileField, value: FileValue | null): string | null => {
  if (value === null || typeof value === 'string') return value
  const keys = (field.columns ?? []).map(({ key }) => key)
  return JSON.stringify(
    value.map((row) => Object.fromEntries(keys.flatMap((key) => (row[key] ? [[key, row[key]]] : [])))),
  )
}

/** What `canonical` wrote, as a value again. */
export const fromCanonical = (field: FileField, text: string | null): FileValue | null =>
  text !== null && field.type === 'list' ? (JSON.parse(text) as FileValue) : text

export const isSame = (field: FileField, one: FileValue | null, other: FileValue | null): boolean =>
  canonical(field, one) === canonical(field, other)

/**
 * A mark of the value that somebody was shown, to tell later whether it moved. It gives nothing away of a masked value
 * and differs between members.
 */
export const markOf = (
  ctx: Pick<TenantContext, 'secretKey'>,
  memberId: string,
  field: FileField,
  value: FileValue | null,
): string =>
  keyedHash(ctx, 'dossiers:mark', JSON.stringify([memberId, field.key, canonical(field, value)])).slice(0, 22)
