import { type OperationFilter, operationFilter } from '@sotay/operations/operators'

/** The page's filters as its address has them; an empty one is none. */
export function filterOf(url: URL): OperationFilter {
  const given = (name: string) => url.searchParams.get(name)?.trim() || undefined
  return operationFilter.parse({
    actor: given('nguoi'),
    tenant: given('tinh'),
    operation: given('viec'),
    from: given('tu'),
    until: given('den'),
    before: given('truoc'),
  })
}

/** An address with these filters. */
export function trailHref(path: string, { actor, tenant, operation, from, until, before }: OperationFilter): string {
  const query = new URLSearchParams()
  const pairs = { nguoi: actor, tinh: tenant, viec: operation, tu: from, den: until, truoc: before }
  for (const [name, value] of Object.entries(pairs)) if (value) query.set(name, value)
  return query.size > 0 ? `${path}?${query}` : path
}
