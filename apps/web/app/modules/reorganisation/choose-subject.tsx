import { Button, EmptyState, List, TextInput } from '@sotay/ui'
import type { NewKind } from './new-change.server'
import { useText } from './texts'

const PATH = '/to-chuc/thay-doi/moi'
const kinds: NewKind[] = ['create', 'rename', 'move', 'split', 'merge', 'dissolve']

/** The kinds of change, each an address of its own. */
export function ChooseKind() {
  const t = useText()
  const links = kinds.map((kind) => ({
    href: `${PATH}?loai=${kind}`,
    label: t(`kind.${kind}`),
    more: t(`new.about.${kind}`),
  }))
  const all = [...links, { href: '/to-chuc/bo-cap', label: t('kind.abolish-level'), more: t('abolish.lead') }]
  return (
    <List>
      {all.map(({ href, label, more }) => (
        <div key={href}>
          <a href={href}>{label}</a>
          <p className="hint">{more}</p>
        </div>
      ))}
    </List>
  )
}

export interface ChooseSubjectProps {
  kind: NewKind
  search: string
  found: { id: string; name: string; above: string }[]
}

/** Finds the unit that the change is about. */
export function ChooseSubject({ kind, search, found }: ChooseSubjectProps) {
  const t = useText()
  return (
    <>
      <form method="get" action={PATH}>
        <input type="hidden" name="loai" value={kind} />
        <TextInput name="tim" type="search" label={t('new.search')} hint={t('new.search-hint')} defaultValue={search} />
        <Button tone="secondary">{t('new.find')}</Button>
      </form>
      {found.length === 0 ? (
        <EmptyState icon="search" title={t('new.none')} />
      ) : (
        <List>
          {found.map(({ id, name, above }) => (
            <div key={id}>
              <a href={`${PATH}?loai=${kind}&don-vi=${id}`}>{name}</a>
              {above ? <p className="hint">{above}</p> : null}
            </div>
          ))}
        </List>
      )}
    </>
  )
}
