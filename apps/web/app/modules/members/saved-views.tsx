import type { FormReply } from '@sotay/ui'
import { Button, posted, TextInput } from '@sotay/ui'
import { parametersOf, ROSTER, type RosterAddress } from './roster-address'
import { useText } from './texts'

export interface SavedViewsProps {
  views: { id: string; name: string; query: string }[]
  address: RosterAddress
  reply: FormReply | undefined
}

/** Filters the reader keeps under a name, and a way to keep those in force. */
export function SavedViews({ views, address, reply }: SavedViewsProps) {
  const t = useText()
  const filtered = parametersOf({ ...address, unitSearch: '' }).length > 0
  if (views.length === 0 && !filtered) return null
  return (
    <details open={Boolean(reply)}>
      <summary>
        {t('views.title')} ({views.length})
      </summary>
      {views.map(({ id, name, query }) => (
        <form key={id} method="post">
          <a href={`${ROSTER}?${query}`}>{name}</a>
          <input type="hidden" name="viewId" value={id} />
          <Button tone="quiet" name="act" value="forget-view">
            {t('views.forget', { name })}
          </Button>
        </form>
      ))}
      {filtered ? (
        <form method="post" noValidate>
          <TextInput {...posted(reply, 'name')} label={t('views.name')} hint={t('views.nameHint')} maxLength={80} />
          <Button tone="secondary" name="act" value="save-view">
            {t('views.save')}
          </Button>
        </form>
      ) : null}
    </details>
  )
}
