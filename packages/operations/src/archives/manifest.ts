import { z } from 'zod'

const part = z.object({ name: z.string(), bytes: z.number(), sha256: z.string() })

/** The first entry: what a reader must know before it reads on. */
export const aboutSchema = z.object({
  archive: z.string(),
  takenAt: z.coerce.date(),
  tenant: z.object({
    id: z.string(),
    originId: z.string().nullable(),
    slug: z.string(),
    name: z.string(),
    schema: z.string(),
    configRevision: z.number(),
    domains: z.array(z.string()),
  }),
  /** The last migration its tables have. */
  migration: z.string(),
  server: z.string(),
  dumpedBy: z.string(),
})
export type About = z.infer<typeof aboutSchema>

/** The last entry: what the archive must have held, part by part and table by table. */
export const manifestSchema = z.object({
  parts: z.array(part),
  tables: z.array(z.object({ name: z.string(), rows: z.number(), hash: z.string() })),
  structure: z.string(),
})
export type Manifest = z.infer<typeof manifestSchema>
export type Part = z.infer<typeof part>

export const ABOUT = 'about.json'
export const KEYS = 'keys.json'
export const MANIFEST = 'manifest.json'
export const DATABASE = 'database/'
export const OBJECTS = 'objects/'
