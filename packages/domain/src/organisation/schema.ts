import { id, ltree } from '@sotay/db'
import { sql } from 'drizzle-orm'
import { type AnyPgColumn, date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'

export type UnitKind = 'committee' | 'cell' | 'agency' | 'steering'

/** A node of the tree: committee, cell, agency or steering body, over the period it exists (R7). */
export const unit = pgTable(
  'unit',
  {
    id: id(),
    parentId: uuid('parent_id').references((): AnyPgColumn => unit.id),
    /** Ancestors' labels and its own, root first. */
    path: ltree('path').notNull(),
    kind: text('kind').$type<UnitKind>().notNull(),
    /** Key of a level of the configuration; agencies carry their own key. */
    level: text('level').notNull(),
    name: text('name').notNull(),
    validFrom: date('valid_from').notNull(),
    /** The last day it exists; open while absent. */
    validUntil: date('valid_until'),
  },
  (table) => [
    uniqueIndex('unit_path').on(table.path),
    index('unit_descendants').using('gist', table.path),
    index('unit_children').on(table.parentId),
    index('unit_agencies').on(table.parentId).where(sql`${table.kind} = 'agency'`),
  ],
)
