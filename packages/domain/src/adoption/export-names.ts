import type { TenantContext } from '@sotay/kernel'
import { countExport } from '../organisation'
import type { ListNames } from './inputs'
import { type AdoptionName, listAdoptionNames } from './list-names'

/**
 * All the names behind a number, to carry out in a file: counted and recorded as one.
 * @throws NotFound outside the actor's scope · Conflict beyond the rows of a file · TooMany beyond the day's files
 */
export async function exportAdoptionNames(ctx: TenantContext, input: Omit<ListNames, 'after' | 'size'>) {
  const first = await listAdoptionNames(ctx, input)
  const names: AdoptionName[] = [...first.names]
  const limit = ctx.config.roster?.exports.rows ?? 0
  for (let next = first.next; next && names.length <= limit; ) {
    const page = await listAdoptionNames(ctx, { ...input, after: next })
    names.push(...page.names)
    next = page.next
  }
  await countExport(ctx, 'adoption.names', names.length)
  return { unit: first.unit, filter: first.filter, names }
}
