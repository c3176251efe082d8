import { useText } from '@sotay/i18n'
import { menuId, openMenu } from './main-menu'
import type { NavItem } from './nav'
import { NavIcon } from './nav-icon'
import { NavLink } from './nav-link'

/** The phone's bar: at most four links, and “Thêm” for everything else. */
export function BottomBar({ items }: { items: NavItem[] }) {
  const t = useText('ui')
  return (
    <nav className="bottom-bar" aria-label={t('quickNav')}>
      {items.slice(0, 4).map((item) => (
        <NavLink key={item.href} item={item} />
      ))}
      <a href={`#${menuId}`} onClick={openMenu}>
        <NavIcon name="menu" />
        <span>{t('more')}</span>
      </a>
    </nav>
  )
}
