import { useText } from '@sotay/i18n'

export interface Crumb {
  href: string
  label: string
}

/** The way down to this page, without the page itself, which its heading names. */
export function Breadcrumbs({ items }: { items: Crumb[] }) {
  const t = useText('ui')
  return (
    <nav className="breadcrumbs" aria-label={t('breadcrumbs')}>
      <ol>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
