import type { NameFilter } from '@sotay/domain/adoption/inputs'

export const OVERVIEW = '/thong-ke/su-dung'
export const CENSUS = '/thong-ke/dien-thoai'

export interface OverviewPlace {
  unitId?: string
  day?: string
  ranked?: boolean
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

export function overviewPlace(url: URL, unitId: string | undefined): OverviewPlace {
  const day = url.searchParams.get('ngay') ?? ''
  const real = DAY.test(day) && !Number.isNaN(Date.parse(day))
  return { unitId, day: real ? day : undefined, ranked: url.searchParams.get('xep') === 'ty-le' }
}

export function overviewAddress({ unitId, day, ranked }: OverviewPlace, file = ''): string {
  const query = new URLSearchParams()
  if (day) query.set('ngay', day)
  if (ranked) query.set('xep', 'ty-le')
  const path = `${OVERVIEW}${unitId ? `/${unitId}` : ''}${file}`
  return query.size > 0 ? `${path}?${query}` : path
}

export const filterNames: Record<NameFilter, string> = {
  'not-registered': 'chua-dang-ky',
  awaiting: 'cho-phe-duyet',
  inactive: 'chua-su-dung',
  'without-smartphone': 'khong-dien-thoai',
  'unknown-smartphone': 'chua-ro',
}

export const nameFilterOf = (url: URL): NameFilter =>
  (Object.keys(filterNames) as NameFilter[]).find((key) => filterNames[key] === url.searchParams.get('loc')) ??
  'not-registered'

export const namesAddress = (unitId: string, filter: NameFilter, file = ''): string =>
  `${OVERVIEW}/${unitId}/danh-sach${file}?loc=${filterNames[filter]}`
