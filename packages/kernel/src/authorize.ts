import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { CompiledConfiguration } from './configuration'
import type { TenantContext, VisitorActor } from './context'
import { NotFound, Unauthenticated } from './errors'

/** The parts of the tree over which a permission is held: a unit and all below it, for each path. */
export interface Scope {
  paths: readonly string[]
}

/**
 * Decides in one place whether the actor may do `permission`, and where.
 * A module that is off grants none of its permissions, so pages, jobs and search switch alike.
 * @throws Unauthenticated when nobody is signed in · NotFound when it is off, not held, or closed to a visitor
 */
export function authorize(ctx: TenantContext, permission: string): Scope {
  const audience = ctx.config.access.get(permission)
  if (!audience) throw new NotFound()
  if (ctx.actor.kind === 'visitor') {
    if (!isOpenTo(ctx.actor, ctx.config, permission)) throw new NotFound()
    return { paths: [ctx.actor.path] }
  }
  if (audience === 'public' || ctx.actor.kind === 'job' || ctx.actor.kind === 'operator') return everywhere
  if (ctx.actor.kind === 'anonymous') throw new Unauthenticated()
  if (audience === 'signed-in') return { paths: [ctx.actor.path] }
  const held = ctx.actor.grants.filter((grant) => audience.has(grant.role))
  const delegated = ctx.actor.delegations?.filter((entry) => entry.permission === permission) ?? []
  const paths = [...held, ...delegated].map(({ path }) => path)
  if (paths.length === 0) throw new NotFound()
  return { paths: outermost(paths) }
}

/** Whether `authorize` would pass, for showing or hiding a link. */
export function may(ctx: TenantContext, permission: string): boolean {
  const audience = ctx.config.access.get(permission)
  if (!audience) return false
  if (ctx.actor.kind === 'visitor') return isOpenTo(ctx.actor, ctx.config, permission)
  if (audience === 'public') return true
  if (ctx.actor.kind !== 'member') return ctx.actor.kind !== 'anonymous'
  if (audience === 'signed-in' || ctx.actor.grants.some((grant) => audience.has(grant.role))) return true
  return ctx.actor.delegations?.some((entry) => entry.permission === permission) ?? false
}

/** A visitor holds what the role it looks with holds, less what modules close to visitors. */
function isOpenTo(
  { role }: VisitorActor,
  { access, closedToVisitors }: CompiledConfiguration,
  permission: string,
): boolean {
  const audience = access.get(permission)
  if (!audience || closedToVisitors.has(permission)) return false
  return typeof audience === 'string' || audience.has(role)
}

/** The whole tree: every path descends from the empty one. */
export const everywhere: Scope = { paths: [''] }

/** True when the unit at `path` lies within the scope. */
export const covers = (scope: Scope, path: string): boolean =>
  scope.paths.some((root) => root === '' || path === root || path.startsWith(`${root}.`))

/** The SQL of `covers` for a path column. */
export const inScope = (path: SQLWrapper, scope: Scope): SQL =>
  scope.paths.includes('') ? sql`true` : sql`${path} <@ any(string_to_array(${scope.paths.join(',')}, ',')::ltree[])`

/** A scope as one text parameter of a prepared query; see `inScopeParam`. */
export const scopeParam = (scope: Scope): string => (scope.paths.includes('') ? '*' : scope.paths.join(','))

/** `inScope` for a prepared query whose parameter holds `scopeParam(scope)`. */
export const inScopeParam = (path: SQLWrapper, parameter: SQLWrapper): SQL =>
  sql`(${parameter} = '*' or ${path} <@ any(string_to_array(${parameter}, ',')::ltree[]))`

function outermost(paths: string[]): string[] {
  const unique = [...new Set(paths)].sort()
  return unique.filter((path) => !unique.some((other) => other !== path && path.startsWith(`${other}.`)))
}
