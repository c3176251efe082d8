import { containing } from '@sotay/db'
import { inScope, type TenantContext } from '@sotay/kernel'
import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { inRoster, member } from '../members'
import { unit } from '../organisation'
import { grantingOf, grantingScope } from './granting'
import { type MemberChoices, memberChoicesInput } from './inputs'

export interface MemberChoice {
  id: string
  name: string
  cardNumber: string
  unitName: string
}

/** Members of the actor's part of the tree to choose among, by name without diacritics, card or phone; none unasked. */
export async function memberChoices(ctx: TenantContext, input: MemberChoices): Promise<MemberChoice[]> {
  const scope = grantingScope(grantingOf(ctx))
  const { search, limit } = memberChoicesInput.parse(input)
  if (search === '') return []
  return ctx.db
    .select({ id: member.id, name: member.fullName, cardNumber: member.cardNumber, unitName: unit.name })
    .from(member)
    .innerJoin(unit, eq(unit.id, member.unitId))
    .where(and(inRoster, inScope(unit.path, scope), namesMember(search)))
    .orderBy(asc(sql`${member.sortName} collate "vi-x-icu"`), asc(member.id))
    .limit(limit)
}

/** True of members whose name, card or phone holds the words. */
export function namesMember(search: string): SQL {
  const bare = /\d/.test(search) ? search.replace(/[\s.\-/]/g, '') : search.normalize('NFC').replace(/\s+/g, ' ')
  return sql`${member.searchText} like fold(${containing(bare)})`
}
