import { withdrawArticleInput } from '@sotay/domain/news/inputs'
import { z } from 'zod'
import { articleForm } from './article-form'

/** What may be done with an article on the desk: what is typed is saved before it goes further. */
export const deskAct = z.discriminatedUnion('act', [
  articleForm.extend({
    act: z.enum(['save', 'submit', 'publish']),
    version: z.coerce.number().int().positive(),
  }),
  withdrawArticleInput.pick({ reason: true }).extend({ act: z.literal('withdraw') }),
])
export type DeskAct = z.output<typeof deskAct>
