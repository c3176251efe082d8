import type { TransferDetails } from '@sotay/domain/transfers'
import { DateTime, StepList } from '@sotay/ui'
import { useText } from './texts'
import { wayOf } from './words'

/** A transfer's way: who did what and when, and what is still to come. */
export function TransferSteps({ transfer }: { transfer: Pick<TransferDetails, 'kind' | 'status' | 'steps'> }) {
  const t = useText()
  const steps = wayOf(transfer).map(({ labelKey, state, line }, index) => ({
    key: `${index} ${labelKey}`,
    label: t(labelKey),
    state,
    children: line ? (
      <>
        <DateTime at={line.at} show="day-time" />
        {` · ${line.byName ?? t('steps.bySystem')}`}
        {line.note ? <p>{line.note}</p> : null}
      </>
    ) : undefined,
  }))
  return <StepList steps={steps} label={t('steps.title')} />
}
