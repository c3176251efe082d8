import { useText } from '@sotay/i18n'
import type { ReactNode } from 'react'
import { AppHeader, type AppHeaderProps } from './app-header'
import { BottomBar } from './bottom-bar'
import { MainMenu, menuId } from './main-menu'
import type { NavGroup, NavItem } from './nav'

export interface AppShellProps extends AppHeaderProps {
  /** Groups of the rail; empty for who is not signed in, and then there is neither rail nor bar. */
  nav: NavGroup[]
  /** The four links of the phone's bar. */
  shortcuts?: NavItem[]
  /** Words about acting for a seat or another role; shown on top, tinted. */
  seat?: ReactNode
  /** Under the menu's links, such as TextSizeControl. */
  menuEnd?: ReactNode
  footer?: ReactNode
  children: ReactNode
}

export function AppShell({ nav, shortcuts = [], seat, menuEnd, footer, children, ...header }: AppShellProps) {
  const t = useText('ui')
  const signedIn = nav.length > 0
  return (
    <div className={signedIn ? 'shell with-menu' : 'shell'}>
      <div className="skip-links off-screen">
        <a href="#noi-dung">{t('skipToContent')}</a>
        {signedIn ? <a href={`#${menuId}`}>{t('skipToMenu')}</a> : null}
      </div>
      <AppHeader {...header} />
      {seat ? (
        <aside className="seat-line" aria-label={t('seat')}>
          {seat}
        </aside>
      ) : null}
      {signedIn ? <MainMenu groups={nav} end={menuEnd} /> : null}
      <main id="noi-dung" tabIndex={-1}>
        {children}
      </main>
      {footer ? <footer className="app-footer">{footer}</footer> : null}
      {signedIn ? <BottomBar items={shortcuts} /> : null}
    </div>
  )
}
