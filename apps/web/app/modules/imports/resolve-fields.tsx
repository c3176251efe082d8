import type { DifferenceKind } from '@sotay/domain/imports'
import { leavingsOfReconciliation } from '@sotay/domain/imports/inputs'
import { Button, Checkbox, type FormReply, posted, RadioGroup, Select, Textarea, TextInput } from '@sotay/ui'
import { useText } from './texts'

const FITTING = {
  missing: ['added', 'kept', 'passed-up'],
  extra: ['removed', 'kept', 'passed-up'],
  different: ['taken-from-file', 'kept', 'passed-up'],
} as const

/** How the ticked differences, or all open ones of the kind, are settled. */
export function ResolveFields({ kind, reply }: { kind: DifferenceKind; reply: FormReply | undefined }) {
  const t = useText()
  return (
    <fieldset className="stack">
      <legend>{t('differences.scope')}</legend>
      <Checkbox name="all" label={t('differences.all')} error={reply?.errors.itemIds} />
      <RadioGroup
        {...posted(reply, 'resolution')}
        label={t('differences.resolution')}
        options={FITTING[kind].map((value) => ({ value, label: t(`differences.resolutions.${value}`) }))}
      />
      {kind === 'extra' ? (
        <>
          <Select
            {...posted(reply, 'leaving')}
            label={t('differences.leaving')}
            hint={t('differences.onlyRemoved')}
            placeholder="–"
            options={leavingsOfReconciliation.map((value) => ({ value, label: t(`differences.leavings.${value}`) }))}
            optional
          />
          <TextInput
            {...posted(reply, 'leftOn')}
            type="date"
            label={t('differences.leftOn')}
            hint={t('differences.onlyRemoved')}
            optional
          />
        </>
      ) : null}
      <Textarea {...posted(reply, 'note')} label={t('differences.note')} rows={2} optional />
      <Button name="act" value="resolve">
        {t('differences.resolve')}
      </Button>
    </fieldset>
  )
}
