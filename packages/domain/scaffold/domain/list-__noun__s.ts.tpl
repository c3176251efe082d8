import { param, query } from '@sotay/db'
import { authorize, inScopeParam, scopeParam, type TenantContext } from '@sotay/kernel'
import { and, desc, eq, lt } from 'drizzle-orm'
import { unit } from '../organisation'
import { __table__ } from './schema'

const PAGE = 20
const AFTER_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

const page = query('__key__.list', (db) =>
  db
    .select({ id: __table__.id, title: __table__.title, createdAt: __table__.createdAt })
    .from(__table__)
    .innerJoin(unit, eq(unit.id, __table__.unitId))
    .where(and(inScopeParam(unit.path, param('scope')), lt(__table__.id, param('before'))))
    .orderBy(desc(__table__.id))
    .limit(PAGE),
)

/** Newest first, twenty at a time. @param after the id the page before ended with */
export function list__Noun__s(ctx: TenantContext, { after }: { after: string | null }) {
  const scope = authorize(ctx, '__key__.read')
  return page(ctx, { scope: scopeParam(scope), before: after ?? AFTER_ALL })
}
