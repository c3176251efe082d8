import { id, instant } from '@sotay/db'
import { index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { unit } from '../organisation/schema'

export const __table__ = pgTable(
  '__table__',
  {
    id: id(),
    unitId: uuid('unit_id')
      .notNull()
      .references(() => unit.id),
    title: text('title').notNull(),
    createdAt: instant('created_at').notNull(),
  },
  (table) => [index('__table___unit').on(table.unitId, table.id.desc())],
)
