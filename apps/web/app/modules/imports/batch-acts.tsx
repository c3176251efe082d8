import { Button, Checkbox, type FormReply, Notice } from '@sotay/ui'
import type { ShownBatch } from './batch-view.server'
import { useText } from './texts'

/** The last step before the roster changes. */
export function CommitForm({ batch }: { batch: ShownBatch }) {
  const t = useText()
  const { new: added = 0, changed = 0, rejected = 0 } = batch.totals.outcomes
  if (added + changed === 0) return null
  return (
    <form method="post">
      <Notice title={t('dryRun.nothingYet')}>{t('commit.lead', { new: added, changed, rejected })}</Notice>
      <Button name="act" value="commit">
        {t('commit.button')}
      </Button>
    </form>
  )
}

/** The way back, said twice. */
export function UndoForm({ batch, reply }: { batch: ShownBatch; reply: FormReply | undefined }) {
  const t = useText()
  return (
    <section>
      <Notice tone="success" title={t('commit.done')} />
      <h2>{t('undo.title')}</h2>
      <p>{t('undo.lead', { count: batch.toTake })}</p>
      <form method="post" noValidate>
        <Checkbox name="confirmed" label={t('undo.confirm')} error={reply?.errors.confirmed} />
        <Button name="act" value="undo" tone="secondary">
          {t('undo.button')}
        </Button>
      </form>
    </section>
  )
}
