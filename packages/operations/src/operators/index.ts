export { asOperator } from './as-operator'
export { changeOperatorRole } from './change-operator-role'
export { changeOwnFactor, type FactorOffer, offerOwnFactor } from './change-own-factor'
export { changeOwnPassword } from './change-own-password'
export { checkOperatorPassword } from './check-operator-password'
export { endOperatorSession } from './end-operator-session'
export { endOwnSessions } from './end-own-sessions'
export { operatorCodeInput, operatorPasswordInput } from './inputs'
export { inviteOperator } from './invite-operator'
export { type DemoMessage, listDemoMessages } from './list-demo-messages'
export {
  allOperations,
  listOperations,
  type OperationFilter,
  type OperationLine,
  operationFilter,
} from './list-operations'
export { loadOperator, type SignedInOperator } from './load-operator'
export type { OperatorLink } from './make-link'
export { operatorMay } from './operator-role'
export { type OwnOperatorSession, readOwnOperator } from './own-account'
export { type OpenOperatorLink, readOperatorLink } from './read-operator-link'
export { resetOperatorFactor } from './reset-operator-factor'
export { sessionHash } from './session-hash'
export { type OperatorSession, signInOperator } from './sign-in-operator'
export { useOperatorLink } from './use-operator-link'
