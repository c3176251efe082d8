import type { CustodyLine } from '@sotay/domain/authority'
import { DateTime } from '@sotay/ui'
import { useText } from './texts'

type Decided = Pick<CustodyLine, 'decisionNumber' | 'decisionSignedOn' | 'decisionSigner' | 'scanned'>

/** The decision on paper behind a seat or a role, with its scan. */
export function DecisionText({ decided, scan }: { decided: Decided; scan: string }) {
  const t = useText()
  const { decisionNumber, decisionSignedOn, decisionSigner, scanned } = decided
  if (!decisionNumber || !decisionSignedOn) return <>{t('decision.none')}</>
  return (
    <>
      {decisionNumber}, <DateTime at={decisionSignedOn} show="date" />, {decisionSigner}
      {scanned ? (
        <>
          {' '}
          <a href={scan}>{t('decision.scan')}</a>
        </>
      ) : null}
    </>
  )
}
