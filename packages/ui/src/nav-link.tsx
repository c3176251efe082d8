import type { NavItem } from './nav'
import { NavIcon } from './nav-icon'

export function NavLink({ item }: { item: NavItem }) {
  return (
    <a href={item.href} aria-current={item.current ? 'page' : undefined}>
      <NavIcon name={item.icon} />
      <span>{item.label}</span>
      {item.count ? <b className="nav-count">{item.count}</b> : null}
    </a>
  )
}
