import type { CSSProperties } from 'react'
import type { NavItem } from './nav'
import { NavLink } from './nav-link'

export interface ShellBrand {
  /** Name of the application in this province. */
  app: string
  /** Addresses of the emblem and of the picture behind the header. */
  emblem: string
  ground?: string
}

export interface AppHeaderProps {
  brand: ShellBrand
  /** Who I am and my cell, in one line. */
  identity?: string
  /** Search, notifications, account: icons with their names. */
  links?: NavItem[]
}

export function AppHeader({ brand, identity, links = [] }: AppHeaderProps) {
  const ground = brand.ground ? ({ '--ground': `url("${brand.ground}")` } as CSSProperties) : undefined
  return (
    <header className="app-header" style={ground}>
      <a className="app-brand" href="/">
        <img src={brand.emblem} alt="" width={44} height={44} />
        <strong>{brand.app}</strong>
      </a>
      {links.length > 0 ? (
        <div className="app-links">
          {links.map((item) => (
            <NavLink key={item.href} item={item} />
          ))}
        </div>
      ) : null}
      {identity ? <p className="app-identity">{identity}</p> : null}
    </header>
  )
}
