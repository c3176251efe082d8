import { newId } from '@sotay/kernel'
import type { OperationsContext } from '../context'

/** The context in which one request of an operator acts. */
export const asOperator = (ctx: OperationsContext, operatorId: string): OperationsContext => ({
  ...ctx,
  actor: { kind: 'operator', operatorId },
  requestId: newId(),
})
