import { containing } from '@sotay/db'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

const MOST_WORDS = 8

/** SQL: a folded name holds every word of the search, with or without diacritics, in any order; all do of an empty one. */
export function matchesName(folded: SQLWrapper, search: string): SQL {
  const words = search.normalize('NFC').split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
  const within = words.map((word) => sql`${folded} like fold(${containing(word)})`)
  return within.length > 0 ? sql`(${sql.join(within, sql` and `)})` : sql`true`
}

/** SQL: Vietnamese order in which “Chi bộ 9” comes before “Chi bộ 10”: each number is widened to six digits. */
export const naturalOrder = (name: SQLWrapper): SQL =>
  sql`regexp_replace(regexp_replace(${name}, '(\\d+)', '00000\\1', 'g'), '\\d*(\\d{6})', '\\1', 'g') collate "vi-x-icu"`
