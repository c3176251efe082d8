import { id, instant } from '@sotay/db'
import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { member } from '../members/schema'
import { unit } from '../organisation/schema'

export type ArticleStatus = 'draft' | 'submitted' | 'returned' | 'published' | 'withdrawn'

/** A piece of news. The unit that publishes it answers for it (QN 7.4). */
export const article = pgTable(
  'article',
  {
    id: id(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    authorId: uuid('author_id').references(() => member.id),
    column: text('column').notNull(),
    title: text('title').notNull(),
    summary: text('summary').notNull(),
    /** Clean HTML. */
    body: text('body').notNull(),
    status: text('status').$type<ArticleStatus>().notNull(),
    /** When what it reports took place; starts the clock (QN 12.1). */
    eventAt: instant('event_at'),
    createdAt: instant('created_at').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** Grows with each change; an editor who saves an older one is told. */
    version: integer('version').notNull().default(1),
    publishedAt: instant('published_at'),
    publishedBy: uuid('published_by').references(() => member.id),
    withdrawnAt: instant('withdrawn_at'),
    withdrawnBy: uuid('withdrawn_by').references(() => member.id),
    withdrawalReason: text('withdrawal_reason'),
  },
  (table) => [
    // Read backwards: drizzle's desc() means NULLS LAST, which no ORDER BY … DESC of ours asks for. A reader's list
    // merges the newest of the few units on his way, so its cost does not grow with the province.
    index('article_published').on(table.unitId, table.publishedAt, table.id).where(sql`${table.status} = 'published'`),
    index('article_desk').on(table.unitId, table.updatedAt).where(sql`${table.status} <> 'published'`),
  ],
)

/** The spoken form of one version of an article, made by a job (QN 3.3). */
export const articleAudio = pgTable(
  'article_audio',
  {
    id: id(),
    articleId: uuid('article_id')
      .notNull()
      .references(() => article.id, { onDelete: 'cascade' }),
    version: integer('version').notNull(),
    fileKey: text('file_key').notNull(),
    contentType: text('content_type').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [uniqueIndex('article_audio_version').on(table.articleId, table.version)],
)
