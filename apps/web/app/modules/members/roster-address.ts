/** Filters as the address carries them; what is not understood is left out, so that an old link still opens. */
export interface RosterAddress {
  search: string
  /** Part of a unit's name, while the unit is being chosen. */
  unitSearch: string
  unitId?: string
  status?: keyof typeof words.status
  gender?: keyof typeof words.gender
  account?: keyof typeof words.account
  role?: string
  ageFrom?: number
  ageTo?: number
  admittedFrom?: string
  admittedTo?: string
  confirmedFrom?: string
  confirmedTo?: string
  probationBy?: string
  order: keyof typeof words.order
}

export const ROSTER = '/dang-vien'

/** Parameters' names, by field. */
export const names = {
  search: 'tim',
  unitSearch: 'tim-don-vi',
  unitId: 'don-vi',
  status: 'trang-thai',
  gender: 'gioi-tinh',
  account: 'tai-khoan',
  role: 'vai-tro',
  ageFrom: 'tuoi-tu',
  ageTo: 'tuoi-den',
  admittedFrom: 'vao-dang-tu',
  admittedTo: 'vao-dang-den',
  confirmedFrom: 'chinh-thuc-tu',
  confirmedTo: 'chinh-thuc-den',
  probationBy: 'du-bi-den',
  order: 'xep',
} as const

export const words = {
  status: { full: 'chinh-thuc', probationary: 'du-bi', exempt: 'mien', left: 'da-roi' },
  gender: { male: 'nam', female: 'nu' },
  account: {
    none: 'chua-co',
    awaiting_approval: 'cho-duyet',
    active: 'dang-dung',
    returned: 'tra-lai',
    suspended: 'tam-khoa',
    revoked: 'thu-hoi',
  },
  order: { given: 'ten', name: 'ho-ten', admitted: 'vao-dang' },
} as const

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const ROLE = /^[a-z_]{1,40}$/

export function readAddress(params: URLSearchParams): RosterAddress {
  const of = (field: keyof typeof names) => params.get(names[field])?.trim() ?? ''
  const matching = (field: keyof typeof names, pattern: RegExp) => (pattern.test(of(field)) ? of(field) : undefined)
  const age = (field: 'ageFrom' | 'ageTo') =>
    /^\d{1,3}$/.test(of(field)) ? Math.min(150, Number(of(field))) : undefined
  return {
    search: of('search').slice(0, 80),
    unitSearch: of('unitSearch').slice(0, 80),
    unitId: matching('unitId', ID),
    status: keyOf(words.status, of('status')),
    gender: keyOf(words.gender, of('gender')),
    account: keyOf(words.account, of('account')),
    role: matching('role', ROLE),
    ageFrom: age('ageFrom'),
    ageTo: age('ageTo'),
    admittedFrom: day(of('admittedFrom')),
    admittedTo: day(of('admittedTo')),
    confirmedFrom: day(of('confirmedFrom')),
    confirmedTo: day(of('confirmedTo')),
    probationBy: day(of('probationBy')),
    order: keyOf(words.order, of('order')) ?? 'given',
  }
}

/** A day that the calendar has; 31/02 is none. */
const day = (text: string) =>
  DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text) ? text : undefined

const keyOf = <Key extends string>(table: Readonly<Record<Key, string>>, word: string): Key | undefined =>
  (Object.keys(table) as Key[]).find((key) => table[key] === word)

/** The parameters of an address, without those that say nothing. */
export function parametersOf(address: Partial<RosterAddress>): [string, string][] {
  const { order, status, gender, account, ...plain } = address
  const worded = {
    ...plain,
    status: status && words.status[status],
    gender: gender && words.gender[gender],
    account: account && words.account[account],
    order: order && order !== 'given' ? words.order[order] : undefined,
  }
  return Object.entries(worded).flatMap(([field, value]): [string, string][] =>
    value === undefined || value === '' ? [] : [[names[field as keyof typeof names], String(value)]],
  )
}

/** @param further parameters that are no filters */
export function addressOf(path: string, address: Partial<RosterAddress>, further: Record<string, string> = {}): string {
  const query = new URLSearchParams([...parametersOf(address), ...Object.entries(further)]).toString()
  return query ? `${path}?${query}` : path
}
