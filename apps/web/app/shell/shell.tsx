import { useLocation, useRouteLoaderData } from '@remix-run/react'
import { useText } from '@sotay/i18n'
import { AppShell, Button, DateTime, Flash, type NavItem, Notice } from '@sotay/ui'
import { TextSizeControl } from '@sotay/ui/text-size-control'
import { ThemeControl } from '@sotay/ui/theme-control'
import type { ReactNode } from 'react'
import type { Frame, FrameLink } from '../server/frame.server'

/** The site around every page: the province's header, the navigation a person may use, the footer. */
export function Shell({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<Frame>('root')
  const { pathname } = useLocation()
  const t = useText('shell')
  if (!frame) return <main id="noi-dung">{children}</main>
  const here = nearest(pathname, [...frame.groups.flatMap(({ links }) => links), ...frame.bar])
  const item = ({ href, label, icon }: FrameLink): NavItem => ({
    href,
    icon,
    label,
    current: href === here,
  })
  const { person, brand, appearance } = frame
  return (
    <AppShell
      brand={brand}
      identity={person ? t('identity', person) : undefined}
      links={person ? [item({ href: '/toi', label: t('account'), icon: 'account' })] : []}
      nav={frame.groups.map(({ group, links }) => ({ group: t(`groups.${group}`), items: links.map(item) }))}
      shortcuts={frame.bar.map(item)}
      seat={
        frame.visit ? (
          <form method="post" action="/dang-xuat">
            {frame.visit.line} <Button tone="secondary">{frame.visit.leave}</Button>
          </form>
        ) : frame.seats.length > 0 ? (
          t('acting', { seats: frame.seats.join('; ') })
        ) : undefined
      }
      menuEnd={
        <>
          <TextSizeControl action="/hien-thi" appearance={appearance} />
          <ThemeControl action="/hien-thi" appearance={appearance} />
          <form method="post" action="/dang-xuat">
            <Button tone="secondary">{t('signOut')}</Button>
          </form>
        </>
      }
      footer={t('footer', { app: brand.app })}
    >
      {frame.notices.map(({ text, until }) => (
        <Notice key={text} tone="warning" title={t('maintenance')}>
          {text} ({t('maintenanceUntil')} <DateTime at={until} show="day-time" />)
        </Notice>
      ))}
      <Flash>{frame.flash}</Flash>
      {children}
    </AppShell>
  )
}

/** Of the links that lead to this page or to one above it, the nearest. */
function nearest(pathname: string, links: FrameLink[]): string | undefined {
  const above = links.filter(({ href }) => pathname === href || (href !== '/' && pathname.startsWith(`${href}/`)))
  return above.map(({ href }) => href).sort((one, other) => other.length - one.length)[0]
}
