import { authorize, covers, inScope, NotFound, type TenantContext, todayOf } from '@sotay/kernel'
import { and, asc, eq } from 'drizzle-orm'
import { asOf, unit } from '../organisation'

export interface AnsweringUnit {
  id: string
  name: string
  path: string
}

/** A form's choice of units is not endless; whoever writes for more finds a unit by its page. */
const MOST = 200

/** Units of today for which the actor may write, outermost first: the unit answers for what it publishes (QN 7.4). */
export async function listAnsweringUnits(ctx: TenantContext): Promise<AnsweringUnit[]> {
  const scope = authorize(ctx, 'news.write')
  return ctx.db
    .select({ id: unit.id, name: unit.name, path: unit.path })
    .from(unit)
    .where(and(inScope(unit.path, scope), asOf(unit, todayOf(ctx))))
    .orderBy(asc(unit.path))
    .limit(MOST)
}

/** @throws NotFound when the unit is outside the newsroom scope, or does not exist today */
export async function loadAnsweringUnit(ctx: TenantContext, unitId: string, scope: Parameters<typeof covers>[0]) {
  const [found] = await ctx.db
    .select()
    .from(unit)
    .where(and(eq(unit.id, unitId), asOf(unit, todayOf(ctx))))
  if (!found || !covers(scope, found.path)) throw new NotFound()
  return found
}
