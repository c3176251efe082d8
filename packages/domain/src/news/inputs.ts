import { composed } from '@sotay/kernel/composed'
import { z } from 'zod'

const words = (max: number, missing: string) =>
  z.string({ error: missing }).trim().min(1, missing).max(max, 'news.too-long').overwrite(composed)

export const content = {
  column: z.string({ error: 'news.unknown-column' }).min(1, 'news.unknown-column').max(48, 'news.unknown-column'),
  title: words(250, 'news.title-needed'),
  summary: words(600, 'news.summary-needed'),
  /** HTML; cleaned before it is kept. */
  body: words(200_000, 'news.body-needed'),
  /** When what it reports ended; starts the clock. */
  eventAt: z.date().nullable().default(null),
}
const versioned = { articleId: z.uuid(), version: z.coerce.number().int().positive() }

export const draftArticleInput = z.object({ unitId: z.uuid(), ...content })
export type DraftArticle = z.input<typeof draftArticleInput>

export const reviseArticleInput = z.object({ ...versioned, ...content })
export type ReviseArticle = z.input<typeof reviseArticleInput>

export const submitArticleInput = z.object(versioned)
export const publishArticleInput = z.object(versioned)
export type ArticleVersion = z.input<typeof publishArticleInput>

export const withdrawArticleInput = z.object({ articleId: z.uuid(), reason: words(500, 'news.reason-needed') })
export type WithdrawArticle = z.input<typeof withdrawArticleInput>

/** Which part of the reader's own path: the whole of it, its root, what lies between, his own unit. */
const newsTabs = ['all', 'province', 'upper', 'cell'] as const
export type NewsTab = (typeof newsTabs)[number]

/** The last article of the page before: its moment and id. */
const pageKey = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z_[0-9a-f-]{36}$/)
  .transform((key) => ({ at: new Date(key.slice(0, 24)), id: key.slice(25) }))

export const listPublishedInput = z.object({
  tab: z.enum(newsTabs).default('all').catch('all'),
  column: z.string().max(48).default('').catch(''),
  after: pageKey.optional().catch(undefined),
  limit: z.number().int().min(1).max(50).default(20),
})
export type ListPublished = z.input<typeof listPublishedInput>

const deskStatuses = ['draft', 'submitted', 'returned', 'published', 'withdrawn'] as const
export const listDeskInput = z.object({ status: z.enum(deskStatuses).optional().catch(undefined) })
export type ListDesk = z.input<typeof listDeskInput>

export const articleInput = z.object({ articleId: z.uuid() })
export type ArticleReference = z.input<typeof articleInput>
