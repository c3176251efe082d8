import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'

/** An instant, kept in UTC, read as a `Date`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 })

/** A UUIDv7 primary key, made by the application. */
export const id = () => uuid('id').primaryKey()

/** A path in a tree, root first: `a1.b2.c3`. Needs the ltree extension. */
export const ltree = customType<{ data: string }>({ dataType: () => 'ltree' })
