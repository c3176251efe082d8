import type { ZodError } from 'zod'

/** A schema's findings by field, as `Invalid` carries them; a schema's own messages are error codes. */
export function fieldsOf(error: ZodError): Record<string, string[]> {
  const fields: Record<string, string[]> = {}
  for (const { path, message } of error.issues) {
    const name = path.map(String).join('.')
    fields[name] = [...(fields[name] ?? []), message]
  }
  return fields
}
