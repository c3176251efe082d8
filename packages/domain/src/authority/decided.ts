import { Invalid } from '@sotay/kernel'
import type { RecordDecision } from '../organisation/inputs'

/**
 * @param required whether the province gives nothing of the kind without a decision
 * @throws Invalid, beside the decision's own fields, where one is needed
 * Source: QN 6.7
 */
export function assertDecided(decision: RecordDecision | undefined, required: boolean | undefined): void {
  if (decision || !required) return
  throw new Invalid({
    number: ['organisation.decision-number'],
    signedOn: ['organisation.decision-signed-on'],
    signer: ['organisation.decision-signer'],
  })
}
