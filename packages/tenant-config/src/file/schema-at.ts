import * as z from 'zod'

/** The keys a strict object allows at a path of the file, for error messages; undefined when there is none. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] | undefined {
  let current: z.core.$ZodType | undefined = schema
  for (const step of path) current = child(unwrap(current), step)
  const object = unwrap(current)
  return object instanceof z.ZodObject ? Object.keys(object.shape) : undefined
}

function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.def.innerType)
  if (schema instanceof z.ZodPipe) return unwrap(schema.def.in)
  if (schema instanceof z.ZodLazy) return unwrap(schema.def.getter())
  return schema
}

function child(schema: z.core.$ZodType | undefined, step: PropertyKey): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodObject) return schema.shape[String(step)]
  if (schema instanceof z.ZodArray) return schema.def.element
  if (schema instanceof z.ZodRecord) return schema.def.valueType
  return undefined
}
