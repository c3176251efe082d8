import type { UnitChoice } from '@sotay/domain/organisation'
import type { FormReply } from '@sotay/ui'
import { Button, Card, posted, Textarea } from '@sotay/ui'
import { CellChoice, CellSearch } from './cell-choice'
import { useText } from './texts'

/** The way on when the new cell has ended: another cell. */
export function RedirectForm({
  cells,
  search,
  reply,
  open,
}: {
  /** Shown at once where the transfer cannot go on without it. */
  open: boolean
  cells: UnitChoice[]
  search: string
  reply: FormReply | undefined
}) {
  const t = useText()
  return (
    <Card>
      <details open={open || search !== '' || reply?.values.act === 'redirect'}>
        <summary>{t('page.redirectTitle')}</summary>
        <p>{t('page.redirectWhat')}</p>
        <CellSearch search={search} label={t('page.redirectFind')} />
        <form method="post" noValidate>
          <CellChoice cells={cells} search={search} {...posted(reply, 'toUnitId')} />
          <Textarea {...posted(reply, 'redirectReason')} label={t('page.turnDownReason')} rows={2} />
          <Button tone="secondary" name="act" value="redirect">
            {t('page.redirect')}
          </Button>
        </form>
      </details>
    </Card>
  )
}
