import { operationEntry, operator } from '@sotay/tenancy/schema'
import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { OperationsContext } from '../context'

export interface OperationLine {
  id: string
  at: Date
  operation: string
  tenantSlug: string | null
  /** An operator's name, or what acted in the name of none. */
  actor: string
  reason: string | null
}

/** What the trail is asked for; a filter that is not one filters nothing. */
export const operationFilter = z.object({
  /** An operator's id, or what acts without one. */
  actor: z.string().max(80).optional().catch(undefined),
  tenant: z.string().max(31).optional().catch(undefined),
  /** An operation or the beginning of its name: `tenant.` */
  operation: z.string().max(60).optional().catch(undefined),
  /** Days, both within. */
  from: z.iso.date().optional().catch(undefined),
  until: z.iso.date().optional().catch(undefined),
  /** Lines older than this one. */
  before: z.uuid().optional().catch(undefined),
})
export type OperationFilter = z.input<typeof operationFilter>

const ZONE = '+07:00'
const DAY_MS = 86_400_000

/** What the vendor did, newest first, paged by the id of the last line. @param size lines at most */
export async function listOperations(
  ctx: OperationsContext,
  filter: OperationFilter = {},
  size = 20,
): Promise<OperationLine[]> {
  return ctx.platform
    .select({
      id: operationEntry.id,
      at: operationEntry.at,
      operation: operationEntry.operation,
      tenantSlug: operationEntry.tenantSlug,
      actor: sql<string>`coalesce(${operator.name}, ${operationEntry.actor})`,
      reason: sql<string | null>`${operationEntry.details} ->> 'reason'`,
    })
    .from(operationEntry)
    .leftJoin(operator, sql`${operator.id}::text = ${operationEntry.actor}`)
    .where(and(...conditions(operationFilter.parse(filter))))
    .orderBy(desc(operationEntry.id))
    .limit(size)
}

function conditions({ actor, tenant, operation, from, until, before }: z.output<typeof operationFilter>): SQL[] {
  const { at, id } = operationEntry
  const start = (day: string) => new Date(`${day}T00:00:00${ZONE}`)
  return [
    actor && eq(operationEntry.actor, actor),
    tenant && eq(operationEntry.tenantSlug, tenant),
    operation && sql`starts_with(${operationEntry.operation}, ${operation})`,
    from && gte(at, start(from)),
    until && lt(at, new Date(start(until).getTime() + DAY_MS)),
    before && lt(id, before),
  ].filter((condition): condition is SQL => Boolean(condition))
}

const EXPORT_LINES = 10_000
const AT_ONCE = 500

/** Every line that a filter finds, newest first, ten thousand at most. */
export async function* allOperations(ctx: OperationsContext, filter: OperationFilter): AsyncGenerator<OperationLine> {
  let before: string | undefined
  for (let taken = 0; taken < EXPORT_LINES; taken += AT_ONCE) {
    const lines = await listOperations(ctx, { ...filter, before }, AT_ONCE)
    yield* lines
    if (lines.length < AT_ONCE) return
    before = lines.at(-1)?.id
  }
}
