import { authorize, NotFound, newId, type TenantContext } from '@sotay/kernel'
import { and, asc, eq } from 'drizzle-orm'
import { type SaveView, saveViewInput } from './inputs'
import { savedView } from './schema'

export interface SavedView {
  id: string
  name: string
  /** What follows the question mark. */
  query: string
}

/** Keeps a list's filters under a name, for the actor alone; a name used before is given the new filters. */
export async function saveView(ctx: TenantContext, input: SaveView): Promise<void> {
  const memberId = reader(ctx)
  const { page, name, query } = saveViewInput.parse(input)
  await ctx.db
    .insert(savedView)
    .values({ id: newId(), memberId, page, name, query, createdAt: ctx.clock.now() })
    .onConflictDoUpdate({ target: [savedView.memberId, savedView.page, savedView.name], set: { query } })
}

/** The actor's own views of a page, by name. */
export async function listViews(ctx: TenantContext, page: string): Promise<SavedView[]> {
  if (ctx.actor.kind !== 'member') return []
  return ctx.db
    .select({ id: savedView.id, name: savedView.name, query: savedView.query })
    .from(savedView)
    .where(and(eq(savedView.memberId, reader(ctx)), eq(savedView.page, page)))
    .orderBy(asc(savedView.name))
}

/** Forgets a view. @throws NotFound when it is not the actor's own */
export async function forgetView(ctx: TenantContext, { viewId }: { viewId: string }): Promise<void> {
  const memberId = reader(ctx)
  const gone = await ctx.db
    .delete(savedView)
    .where(and(eq(savedView.id, viewId), eq(savedView.memberId, memberId)))
    .returning({ id: savedView.id })
  if (gone.length === 0) throw new NotFound()
}

function reader(ctx: TenantContext): string {
  authorize(ctx, 'members.read')
  if (ctx.actor.kind !== 'member') throw new NotFound()
  return ctx.actor.memberId
}
