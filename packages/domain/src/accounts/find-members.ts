import { containing } from '@sotay/db'
import { or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { member } from '../members'
import { unit } from '../organisation'

/** Members by part of the name, with or without diacritics, or of the card. */
export function namedLike(search: string): SQL | undefined {
  const bareCard = search.replace(/[\s.\-/]/g, '')
  return or(
    sql`${member.foldedName} like fold(${containing(search.normalize('NFC'))})`,
    bareCard
      ? sql`regexp_replace(${member.cardNumber}, '[^[:alnum:]]', '', 'g') like ${containing(bareCard)}`
      : undefined,
  )
}

/** Places in or below a unit of which this is part of the name. */
export const inUnitNamed = (path: SQLWrapper, name: string): SQL =>
  sql`${path} <@ any(array(select named.path from ${unit} named where fold(named.name) like fold(${containing(name.normalize('NFC'))})))`
