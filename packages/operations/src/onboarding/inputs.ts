import { z } from 'zod'

/** Who opens the province's doors: the first of its people to have an account. */
export const administratorInput = z.object({
  fullName: z.string().trim().min(2, 'operations.administrator-name').max(120, 'operations.administrator-name'),
  cardNumber: z.string().trim().min(1, 'operations.administrator-card').max(40, 'operations.administrator-card'),
  phone: z
    .string()
    .trim()
    .regex(/^0\d{9}$/, 'operations.administrator-phone'),
  /** The cell they belong to; made with the province. Not asked where members do not meet in cells. */
  cell: z.string().trim().max(200, 'operations.administrator-cell').default(''),
})
export type Administrator = z.input<typeof administratorInput>

/** What a draft holds besides its files. */
export const draftAnswers = z.object({
  answers: z.record(z.string(), z.string()).default({}),
  administrator: administratorInput.optional(),
  emblem: z.object({ name: z.string(), at: z.string() }).optional(),
  roster: z.object({ name: z.string(), bytes: z.number(), at: z.string() }).optional(),
})
export type DraftAnswers = z.output<typeof draftAnswers>
