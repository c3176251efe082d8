import { useLocation, useRouteLoaderData } from '@remix-run/react'
import { useLocale, useText } from '@sotay/i18n'
import { AppShell, Button, Flash, type NavItem } from '@sotay/ui'
import type { ReactNode } from 'react'
import type { Frame } from '../server/frame.server'
import emblem from './emblem.svg'

/** The console around every page. */
export function Shell({ children }: { children: ReactNode }) {
  const frame = useRouteLoaderData<Frame>('root')
  const { pathname } = useLocation()
  const t = useText('console')
  const operator = frame?.operator
  const item = (href: string, key: string, icon: NavItem['icon']): NavItem => ({
    href,
    label: t(`nav.${key}`),
    icon,
    current: href === '/' ? pathname === '/' || pathname.startsWith('/tinh/') : pathname.startsWith(href),
  })
  const items: NavItem[] = operator
    ? [
        item('/', 'provinces', 'organisation'),
        ...(operator.role === 'owner' ? [item('/nguoi-van-hanh', 'operators', 'members')] : []),
        ...(operator.role === 'viewer'
          ? []
          : [item('/bao-tri', 'banners', 'notifications'), item('/phan-he', 'rollout', 'settings')]),
        item('/nhat-ky', 'trail', 'tasks'),
        item('/tai-khoan', 'account', 'account'),
        ...(frame.demo ? [item('/demo', 'messages', 'messages')] : []),
      ]
    : []
  return (
    <AppShell
      brand={{ app: t('app'), emblem }}
      identity={operator ? t('identity', { name: operator.name, role: t(`roles.${operator.role}`) }) : undefined}
      nav={operator ? [{ group: t('nav.group'), items }] : []}
      shortcuts={items.slice(0, 4)}
      menuEnd={
        <>
          <LanguageForm />
          <form method="post" action="/dang-xuat">
            <Button tone="secondary">{t('signOut')}</Button>
          </form>
        </>
      }
      footer={operator ? t('footer') : <LanguageForm />}
    >
      <Flash>{frame?.flash ? t(frame.flash.key, frame.flash.counts) : null}</Flash>
      {children}
    </AppShell>
  )
}

/** Names the other language in its own words. */
function LanguageForm() {
  const other = useLocale() === 'vi' ? 'en' : 'vi'
  return (
    <form method="post" action="/ngon-ngu">
      <Button tone="quiet" name="language" value={other} lang={other}>
        {other === 'vi' ? 'Tiếng Việt' : 'English'}
      </Button>
    </form>
  )
}
