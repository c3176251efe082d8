import { texts } from '../../shell/texts.server'
import { filterOf, listAddress } from './list-address'

const PATH = '/quan-tri/tai-khoan'

/** The queue's filters as its address has them, what to show of them, and addresses that keep them. */
export function queueView(url: URL) {
  const [tim, noi] = [filterOf(url, 'tim') ?? '', filterOf(url, 'noi') ?? '']
  const days = Number(filterOf(url, 'cho') ?? 0)
  const cho = Number.isInteger(days) && days > 0 ? days : 0
  const address = (change: Record<string, string | number | undefined>) =>
    listAddress(PATH, { tim, noi, cho, ...change })
  const chips = [
    ...(tim ? [{ label: texts.t('accounts:queue.filter', { search: tim }), href: address({ tim: '' }) }] : []),
    ...(noi ? [{ label: texts.t('accounts:queue.filterUnit', { unit: noi }), href: address({ noi: '' }) }] : []),
    ...(cho ? [{ label: texts.t('accounts:queue.filterWaiting', { days: cho }), href: address({ cho: 0 }) }] : []),
  ]
  return {
    address,
    filters: { search: tim, unit: noi, waitingDays: cho, after: filterOf(url, 'sau') },
    shown: { filters: { tim, noi, cho }, chips },
  }
}
