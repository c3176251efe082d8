export interface Tab {
  href: string
  label: string
  current?: boolean
  count?: number
}

/** Views of one page, each with its own address. */
export function Tabs({ label, items }: { label: string; items: Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
      {items.map((item) => (
        <a key={item.href} href={item.href} aria-current={item.current ? 'page' : undefined}>
          {item.label}
          {item.count === undefined ? null : <span className="count"> ({item.count})</span>}
        </a>
      ))}
    </nav>
  )
}
