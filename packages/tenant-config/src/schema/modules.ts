import * as z from 'zod'

export const moduleKeys = [
  'news',
  'documents',
  'study',
  'examinations',
  'meetings',
  'tasks',
  'surveys',
  'petitions',
  'answers',
  'correspondence',
  'calendar',
  'messages',
  'notes',
  'reports',
  'steering',
  'classification',
  'statistics',
  'assistant',
] as const

const moduleKey = z.enum(moduleKeys)
export type ModuleKey = z.output<typeof moduleKey>

export const modules = z.array(moduleKey).nonempty()

/** Settings a module declares in its manifest; their own schema is applied when the configuration is applied. */
export const moduleSettings = z.partialRecord(moduleKey, z.record(z.string(), z.json())).default({})
