import { authorize, type TenantContext } from '@sotay/kernel'
import { and, asc, count, desc, eq, lte, type SQL, sql } from 'drizzle-orm'
import { type ChangeKind, type ChangeStatus, decision, organisationChange } from '../organisation'
import { type ListChanges, listChangesInput } from './inputs'
import { ofScope } from './load-change'
import type { StoredPlan } from './perform-change'

export interface ChangeLine {
  id: string
  kind: ChangeKind
  status: ChangeStatus
  effectiveOn: string
  subject: StoredPlan['subject']
  decisionNumber: string | null
}

/**
 * Changes of the tree that name a unit of the actor's scope: planned ones by the day they are due, others newest first.
 * @param input `after` is the key the page before ended with
 */
export async function listChanges(ctx: TenantContext, input: ListChanges = {}) {
  const scope = authorize(ctx, 'reorganisation.manage')
  const { status, kind, after, size } = listChangesInput.parse(input)
  const forward = status === 'planned'
  const order = forward ? asc : desc
  const matching = and(
    ofScope(scope),
    status ? eq(organisationChange.status, status) : undefined,
    kind ? eq(organisationChange.kind, kind) : undefined,
  )
  const [rows, [total]] = await Promise.all([
    ctx.db
      .select({
        id: organisationChange.id,
        kind: organisationChange.kind,
        status: organisationChange.status,
        effectiveOn: organisationChange.effectiveOn,
        subject: sql<StoredPlan['subject']>`${organisationChange.plan} -> 'subject'`,
        decisionNumber: decision.number,
      })
      .from(organisationChange)
      .leftJoin(decision, eq(decision.id, organisationChange.decisionId))
      .where(and(matching, after ? beyond(after, forward) : undefined))
      .orderBy(order(organisationChange.effectiveOn), order(organisationChange.id))
      .limit(size + 1),
    ctx.db.select({ rows: count() }).from(organisationChange).where(matching),
  ])
  const changes: ChangeLine[] = rows.slice(0, size)
  const last = changes.at(-1)
  const next = rows.length > size && last ? `${last.effectiveOn}~${last.id}` : undefined
  return { changes, next, total: total?.rows ?? 0 }
}

function beyond(key: string, forward: boolean): SQL {
  const [day = '', id = ''] = key.split('~')
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^[0-9a-f-]{36}$/.test(id)) return sql`true`
  const row = sql`(${organisationChange.effectiveOn}, ${organisationChange.id})`
  return forward ? sql`${row} > (${day}::date, ${id}::uuid)` : sql`${row} < (${day}::date, ${id}::uuid)`
}

/** How many planned changes are due and wait, having been refused on their day, and how many are due by a day. */
export async function countDueChanges(ctx: TenantContext, by: string): Promise<number> {
  const scope = authorize(ctx, 'reorganisation.manage')
  const [due] = await ctx.db
    .select({ rows: count() })
    .from(organisationChange)
    .where(and(eq(organisationChange.status, 'planned'), lte(organisationChange.effectiveOn, by), ofScope(scope)))
  return due?.rows ?? 0
}
