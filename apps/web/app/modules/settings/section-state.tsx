import { Button, DateTime, Notice } from '@sotay/ui'
import { useText } from './texts'

export interface SectionStateProps {
  drafted: { by: string | null; at: Date | string } | null
  clash: boolean
  inForceHash: string
}

/** Whether the section is as in force or drafted, and what to do when both were changed. */
export function SectionState({ drafted, clash, inForceHash }: SectionStateProps) {
  const t = useText()
  if (!drafted) return null
  return (
    <Notice tone={clash ? 'warning' : 'info'} title={t(clash ? 'section.clash' : 'section.drafted')}>
      <p>
        {clash ? t('section.clashMore') : t('section.draftedBy', { name: drafted.by ?? t('somebody') })}{' '}
        {clash ? null : <DateTime at={drafted.at} show="day-time" />}
      </p>
      <form method="post" className="actions">
        <input type="hidden" name="seen" value={inForceHash} />
        {clash ? (
          <Button tone="secondary" name="act" value="settle">
            {t('section.keepDraft')}
          </Button>
        ) : null}
        <Button tone="quiet" name="act" value="discard">
          {t('section.discard')}
        </Button>
      </form>
    </Notice>
  )
}
