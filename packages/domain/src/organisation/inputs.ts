import { z } from 'zod'

export const createUnitInput = z.object({
  parentId: z.uuid().nullable(),
  kind: z.enum(['committee', 'cell', 'agency', 'steering']),
  level: z.string().min(1),
  name: z.string().trim().min(2).max(200),
  validFrom: z.iso.date(),
  validUntil: z.iso.date().nullable().default(null),
})
export type CreateUnit = z.input<typeof createUnitInput>
