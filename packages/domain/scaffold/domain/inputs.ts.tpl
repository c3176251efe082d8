import { z } from 'zod'

export const create__Noun__Input = z.object({
  unitId: z.uuid(),
  title: z.string().trim().min(2, '__key__.title-short').max(300, '__key__.title-long').normalize('NFC'),
})
export type Create__Noun__ = z.input<typeof create__Noun__Input>
