import { isId } from '@sotay/kernel'
import { operator } from '@sotay/tenancy/schema'
import { inArray } from 'drizzle-orm'
import type { OperationsContext } from '../context'

/** Of those who published something in a province, the vendor's own, by what the row names them as. */
export async function publishers(ctx: OperationsContext, names: readonly string[]): Promise<Map<string, string>> {
  const ids = [...new Set(names)].filter(isId)
  const people = ids.length
    ? await ctx.platform
        .select({ id: operator.id, name: operator.name })
        .from(operator)
        .where(inArray(operator.id, ids))
    : []
  const byConsole = people.map(({ id, name }) => [id, name] as const)
  // What acts without an account: the command line, the start, a test.
  const byCommand = names.filter((name) => /^(cli:[\w.-]+|start|console|test)$/.test(name))
  return new Map([...byConsole, ...byCommand.map((name) => [name, name] as const)])
}
