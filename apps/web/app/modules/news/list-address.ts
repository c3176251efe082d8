/** The views of the list as its address names them. */
export const tabNames = { all: '', province: 'tinh', upper: 'cap-tren', cell: 'chi-bo' } as const

export interface ListPlace {
  tab: keyof typeof tabNames
  /** A column's key, or empty for all. */
  column: string
}

export function readListPlace(url: URL): ListPlace {
  const wanted = url.searchParams.get('cap') ?? ''
  const tab = (Object.keys(tabNames) as ListPlace['tab'][]).find((key) => tabNames[key] === wanted)
  return { tab: tab ?? 'all', column: url.searchParams.get('muc') ?? '' }
}

export function listAddress({ tab, column }: ListPlace, after?: string): string {
  const query = new URLSearchParams()
  if (tabNames[tab]) query.set('cap', tabNames[tab])
  if (column) query.set('muc', column)
  if (after) query.set('sau', after)
  return query.size > 0 ? `/tin-tuc?${query}` : '/tin-tuc'
}
