import { content } from '@sotay/domain/news/inputs'
import { z } from 'zod'

/** `YYYY-MM-DDTHH:MM` on the province's clock, as a browser's field for day and time sends it. */
const localMoment = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'news.moment-unclear')
  .refine((text) => !Number.isNaN(Date.parse(`${text}:00Z`)), 'news.moment-unclear')
  .optional()

/** What is typed about an article; the text is plain, paragraphs parted by empty lines. */
export const articleForm = z.object({ ...content, eventAt: localMoment })
export type ArticleForm = z.output<typeof articleForm>
