import { accountStates } from '@sotay/domain/accounts/inputs'
import type { TenantContext } from '@sotay/kernel'
import { texts } from '../../shell/texts.server'
import { filterOf, listAddress } from './list-address'

const PATH = '/quan-tri/tai-khoan/danh-sach'

/** The list's filters as its address has them, the words for them, and addresses that keep them. */
export function accountView(ctx: TenantContext, url: URL) {
  const read = (name: string) => filterOf(url, name) ?? ''
  const current = { tim: read('tim'), noi: read('noi'), 'trang-thai': read('trang-thai'), 'vai-tro': read('vai-tro') }
  const { tim, noi, 'trang-thai': state, 'vai-tro': role } = current
  const address = (change: Record<string, string | undefined>) => listAddress(PATH, { ...current, ...change })
  const states = accountStates.map((value) => ({ value, label: texts.t(`accounts:states.${value}`) }))
  const roles = ctx.config.roles
    .filter(({ key }) => key !== 'member')
    .map(({ key, name }) => ({ value: key, label: name }))
  const named = (list: { value: string; label: string }[], value: string) =>
    list.find((entry) => entry.value === value)?.label ?? value
  const chip = (name: keyof typeof current, key: string, params: Record<string, string>) =>
    current[name] ? [{ label: texts.t(`accounts:list.${key}`, params), href: address({ [name]: '' }) }] : []
  const chips = [
    ...chip('tim', 'filterSearch', { search: tim }),
    ...chip('noi', 'filterUnit', { unit: noi }),
    ...chip('trang-thai', 'filterState', { state: named(states, state) }),
    ...chip('vai-tro', 'filterRole', { role: named(roles, role) }),
  ]
  return {
    address,
    filters: {
      search: tim,
      unit: noi,
      state: state || undefined,
      role: role || undefined,
      after: filterOf(url, 'sau'),
    },
    shown: { filters: { tim, noi, state, role }, chips, states, roles },
  }
}
