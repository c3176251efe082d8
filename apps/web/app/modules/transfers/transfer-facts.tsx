import type { TransferDetails } from '@sotay/domain/transfers'
import { DateTime, DueMoment, StatusTag, type SummaryItem, SummaryList } from '@sotay/ui'
import { useText } from './texts'
import { stateKey, stateTag } from './words'

/** What a transfer says. */
export function TransferFacts({ transfer, now }: { transfer: TransferDetails; now: Date | string }) {
  const t = useText()
  const day = (value: string | null) => (value ? <DateTime at={value} show="date" /> : null)
  const { kind, decision, dueAt, effectiveOn, untilOn, letter, offices } = transfer
  const facts: (SummaryItem | false)[] = [
    { label: t('facts.state'), value: <StatusTag status={stateTag(transfer.status)} words={t(stateKey(transfer))} /> },
    dueAt !== null && { label: t('facts.due'), value: <DueMoment at={dueAt} now={now} /> },
    { label: t('facts.member'), value: transfer.memberName },
    { label: t('facts.card'), value: transfer.cardNumber },
    { label: t('facts.kind'), value: t(`kinds.${kind}`) },
    { label: t('facts.from'), value: transfer.fromName },
    { label: t('facts.to'), value: transfer.toName },
    { label: t(kind === 'in' ? 'facts.letterOf' : 'facts.reason'), value: transfer.reason },
    kind !== 'in' && transfer.committee !== null && { label: t('facts.committee'), value: transfer.committee },
    decision !== null && { label: t('facts.decision'), value: t('facts.decisionOf', decision) },
    untilOn !== null && {
      label: t('facts.period'),
      value: (
        <>
          {day(effectiveOn)} – {day(untilOn)}
        </>
      ),
    },
    untilOn === null &&
      effectiveOn !== null && {
        label: t(kind === 'out' ? 'facts.leavesOn' : 'facts.effectiveOn'),
        value: day(effectiveOn),
      },
    letter !== null && { label: t('facts.letter'), value: t('facts.letterNumber', { number: letter }) },
    offices.length > 0 && { label: t('facts.offices'), value: offices.join(', ') },
  ]
  return <SummaryList items={facts.filter((fact) => fact !== false)} />
}
