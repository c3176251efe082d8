import type { TransferKind } from '@sotay/domain/transfers'
import { listedKinds, QUEUE, searchOf, type View, viewNames } from './addresses'

/** What the list's address says. */
export interface QueuePlace {
  view: View
  kind?: TransferKind
  search: string
}

export const kindOptions = (Object.keys(listedKinds) as TransferKind[]).map((kind) => ({
  kind,
  value: listedKinds[kind],
}))

export function readQueuePlace(url: URL): QueuePlace {
  const view = (Object.keys(viewNames) as View[]).find((key) => viewNames[key] === (url.searchParams.get('xem') ?? ''))
  const kind = kindOptions.find(({ value }) => value === url.searchParams.get('hinh-thuc'))?.kind
  return { view: view ?? 'mine', kind, search: searchOf(url) }
}

export function queueAddress({ view, kind, search }: QueuePlace, after?: string): string {
  const query = new URLSearchParams()
  if (viewNames[view]) query.set('xem', viewNames[view])
  if (kind) query.set('hinh-thuc', listedKinds[kind])
  if (search) query.set('tim', search)
  if (after) query.set('sau', after)
  return query.size > 0 ? `${QUEUE}?${query}` : QUEUE
}
