import { inScope, type Scope } from '@sotay/kernel'
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { unit } from '../organisation'

/** SQL: the unit lies within the scope as the tree stands today, wherever it hung on another day. */
export const ofScopeOn = (scope: Scope, unitId: SQLWrapper): SQL =>
  scope.paths.includes('')
    ? sql`true`
    : sql`exists (select 1 from ${unit} own where own.id = ${unitId} and ${inScope(sql`own.path`, scope)})`
