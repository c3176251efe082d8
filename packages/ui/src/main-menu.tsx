import { useText } from '@sotay/i18n'
import X from 'lucide-react/icons/x'
import type { MouseEvent, ReactNode } from 'react'
import type { NavGroup } from './nav'
import { NavLink } from './nav-link'

export const menuId = 'danh-muc'

// React 18 does not know the attribute; browsers without it show the menu by its :target.
const popover = { popover: 'auto' }

/** Opens the menu as a sheet where the browser can; without a script the link's fragment does it. */
export function openMenu(event: MouseEvent) {
  const menu = document.getElementById(menuId)
  if (!menu?.showPopover) return
  event.preventDefault()
  menu.showPopover()
  menu.focus()
}

function closeMenu(event: MouseEvent<HTMLElement>) {
  const link = (event.target as Element).closest('a')
  const menu = event.currentTarget
  if (!link || !menu.matches(':popover-open')) return
  if (link.hash) event.preventDefault()
  menu.hidePopover()
}

/** The groups of links: a rail on the desk, a sheet behind “Thêm” on the phone; one piece of markup for both. */
export function MainMenu({ groups, end }: { groups: NavGroup[]; end?: ReactNode }) {
  const t = useText('ui')
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: it only listens to the links inside, which answer keys themselves
    <nav id={menuId} className="menu" aria-label={t('mainNav')} tabIndex={-1} onClick={closeMenu} {...popover}>
      <a className="menu-close" href="#noi-dung">
        <X className="icon" />
        {t('closeMenu')}
      </a>
      {groups.map(({ group, items }) => (
        <section key={group}>
          <h2>{group}</h2>
          <ul>
            {items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {end ? <div className="menu-end">{end}</div> : null}
    </nav>
  )
}
