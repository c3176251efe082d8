import { Conflict, type TenantContext } from '@sotay/kernel'
import type { FileField, FileValues } from './field-type'
import { plainValue } from './plain-value'
import { withOptions } from './show-file'

/** Two changed the same fields at once: what stands there now, to be shown beside what was typed. */
export function fieldClash(ctx: TenantContext, fields: readonly FileField[], stands: FileValues): Conflict {
  const beside = fields.map((field) => {
    const value = plainValue(withOptions(ctx, field), stands[field.key] ?? null)
    const said = value ? { code: 'dossiers.stands', params: { value } } : { code: 'dossiers.stands-empty' }
    return [`fields.${field.key}`, said] as const
  })
  return new Conflict('dossiers.field-moved', {}, Object.fromEntries(beside))
}
