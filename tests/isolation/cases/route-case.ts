import type { RoleKey } from '@sotay/tenant-config'
import type { PeopledProvince } from '../../harness/province'

/** What a route shows to whom. A new route needs its line here: the suite enumerates the site's own route table. */
export interface RouteCase {
  /** `public`: anybody. `signed-in`: any member. `nobody`: of a rule the test province has not. Otherwise the permission. */
  who: 'public' | 'signed-in' | 'nobody' | `${string}.${string}`
  /** The id its path takes, of something that exists in the province. */
  id?: (province: PeopledProvince) => Promise<string>
  /** It takes posts alone; a GET of it is a 404 or 405. */
  postOnly?: true
  /** It leads on to another page: whom it is for is sent there. */
  leadsOn?: true
  /** The role that opens the id above, by holding it at or above the unit the id belongs to. */
  opener?: RoleKey
}

/** Cases by the route's path. */
export type RouteCases = Record<string, RouteCase>
