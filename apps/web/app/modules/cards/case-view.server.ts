import { cardCaseKinds, cardCaseStatuses, cardListInput } from '@sotay/domain/cards/inputs'
import { texts } from '../../shell/texts.server'

const PATH = '/dang-vien/the'

/** The queue's filters as its address has them, and addresses that keep them. */
export function caseView(url: URL) {
  const read = (name: string) => url.searchParams.get(name)?.trim() ?? ''
  const current = { tim: read('tim'), noi: read('noi'), loai: read('loai'), 'trang-thai': read('trang-thai') }
  const address = (change: Record<string, string>, path = PATH) => {
    const kept = Object.entries({ ...current, ...change }).filter(([, value]) => value !== '')
    return kept.length > 0 ? `${path}?${new URLSearchParams(kept)}` : path
  }
  const { tim, noi, loai, 'trang-thai': status } = current
  const filters = cardListInput.parse({
    search: tim,
    unit: noi,
    kind: loai || undefined,
    status: status || undefined,
    after: read('sau') || undefined,
  })
  const chips = [
    ...(tim ? [{ label: texts.t('cards:list.filterSearch', { search: tim }), href: address({ tim: '' }) }] : []),
    ...(noi ? [{ label: texts.t('cards:list.filterUnit', { unit: noi }), href: address({ noi: '' }) }] : []),
    ...(filters.kind ? [{ label: texts.t(`cards:kinds.${filters.kind}`), href: address({ loai: '' }) }] : []),
  ]
  const kinds = cardCaseKinds.map((value) => ({ value, label: texts.t(`cards:kinds.${value}`) }))
  const tabs = (counts: Partial<Record<string, number>>) =>
    [undefined, ...cardCaseStatuses].map((entry) => ({
      href: address({ 'trang-thai': entry ?? '' }),
      label: texts.t(entry ? `cards:statuses.${entry}` : 'cards:list.all'),
      current: entry === filters.status,
      count: entry ? (counts[entry] ?? 0) : undefined,
    }))
  return { filters, address, chips, kinds, tabs, typed: { tim, noi, loai, status } }
}
