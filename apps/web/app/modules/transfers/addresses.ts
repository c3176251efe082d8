import type { TransferKind } from '@sotay/domain/transfers'

export const QUEUE = '/dang-vien/chuyen-sinh-hoat'
export const OWN = '/toi/chuyen-sinh-hoat'

export const transferAddress = (id: string): string => `${QUEUE}/${id}`

/** The kinds somebody may ask for, as addresses name them. */
export const kindNames = { permanent: 'chinh-thuc', temporary: 'tam-thoi', out: 'ra-ngoai' } as const
export type AskedKind = keyof typeof kindNames

/** The kind an address names; the permanent one unless another. */
export const kindOf = (url: URL): AskedKind =>
  (Object.keys(kindNames) as AskedKind[]).find((kind) => kindNames[kind] === url.searchParams.get('hinh-thuc')) ??
  'permanent'

export const searchOf = (url: URL): string => (url.searchParams.get('tim') ?? '').trim().slice(0, 80)

export const viewNames = { mine: '', 'under-way': 'dang-giai-quyet', done: 'da-xong' } as const
export type View = keyof typeof viewNames

export const listedKinds: Record<TransferKind, string> = { ...kindNames, in: 'chuyen-den' }
