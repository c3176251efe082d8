import type { NavIconName } from './nav-icon'

export interface NavItem {
  href: string
  label: string
  icon: NavIconName
  current?: boolean
  /** Things waiting behind the link. */
  count?: number
}

export interface NavGroup {
  group: string
  items: NavItem[]
}
