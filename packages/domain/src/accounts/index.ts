export { approveAccount, approveAccounts } from './approve-account'
export { changePassword, replaceTemporaryPassword } from './change-password'
export { confirmSecondFactor } from './confirm-second-factor'
export { createSession } from './create-session'
export { deleteExpiredSessions, endAllSessions, endDevice, endSession } from './end-sessions'
export { endRole, grantRole } from './grant-role'
export { type IssuedAccount, issueAccounts } from './issue-accounts'
export { type AwaitingAccount, listAwaitingAccounts, readAwaitingAccount } from './list-awaiting-accounts'
export { listSessions, listSignIns } from './list-sessions'
export { type LoadedSession, loadActor } from './load-actor'
export { accounts } from './module'
export { readOwnAccount } from './read-own-account'
export { registerAccount } from './register-account'
export { type Challenge, requestCode } from './request-code'
export { resetPassword } from './reset-password'
export { returnAccount } from './return-account'
export { account, roleGrant } from './schema'
export {
  offerOwnSecondFactor,
  offerSecondFactor,
  setUpOwnSecondFactor,
  setUpSecondFactor,
} from './set-up-second-factor'
export { signIn } from './sign-in'
export type { PendingStep, SignInStep } from './sign-in-step'
export { slideSession } from './slide-session'
export { restoreAccount, suspendAccount } from './suspend-account'
export type { TotpOffer } from './totp'
export { verifyCode } from './verify-code'
