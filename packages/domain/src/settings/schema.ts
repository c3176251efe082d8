import { id, instant } from '@sotay/db'
import type { SectionKey, SectionValue } from '@sotay/tenant-config'
import { sql } from 'drizzle-orm'
import { date, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'

/** `scheduled` is frozen until its day; `failed` could not be published on it. */
export type DraftStatus = 'open' | 'scheduled' | 'failed' | 'published'

/** Changes of the configuration that are not in force: the one being written, and what became of earlier ones (R37). */
export const configurationDraft = pgTable(
  'configuration_draft',
  {
    id: id(),
    status: text('status').$type<DraftStatus>().notNull(),
    openedAt: instant('opened_at').notNull(),
    openedBy: text('opened_by').notNull(),
    /** Why it is to be published, by whom it was decided, and the articles it rests on. */
    reason: text('reason'),
    cites: jsonb('cites').$type<string[]>(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    /** The day it takes effect, while it waits for it. */
    effectiveOn: date('effective_on'),
    /** The revision it became. */
    revision: integer('revision'),
    /** Code of what stood against its publication. */
    failure: text('failure'),
  },
  (table) => [
    uniqueIndex('configuration_draft_open').on(table.status).where(sql`${table.status} = 'open'`),
    index('configuration_draft_waiting').on(table.effectiveOn).where(sql`${table.status} in ('scheduled', 'failed')`),
  ],
)

/** One section of a draft, in the words of a tenant.yaml. */
export const configurationDraftSection = pgTable(
  'configuration_draft_section',
  {
    draftId: uuid('draft_id')
      .notNull()
      .references(() => configurationDraft.id, { onDelete: 'cascade' }),
    section: text('section').$type<SectionKey>().notNull(),
    /** JSON null where the section is to be left out. */
    value: jsonb('value').$type<SectionValue>().notNull(),
    /** What was in force when the section was first changed; when that is no longer so, somebody must look again. */
    baseHash: text('base_hash').notNull(),
    version: integer('version').notNull(),
    editedBy: text('edited_by').notNull(),
    editedAt: instant('edited_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.draftId, table.section] })],
)
