import { composed } from '@sotay/kernel/composed'
import { roleKeys } from '@sotay/tenant-config'
import { z } from 'zod'

const longest = (limit: number, code: string) => z.string({ error: code }).max(limit, code)
const password = longest(200, 'accounts.password-needed')
const cardNumber = longest(40, 'accounts.card-needed').trim().min(1, 'accounts.card-needed')
const code = longest(20, 'accounts.code-refused')
  .trim()
  .transform((text) => text.replace(/\s/g, ''))

/** Where a request comes from: the client's address, for limits only. */
const address = z.string().min(1).max(64)
/** What the person will recognise the device by. */
const device = z
  .string()
  .max(1000)
  .transform((text) => text.trim().slice(0, 120))

export const requestCodeInput = z.object({
  purpose: z.enum(['registration', 'password-reset']),
  cardNumber,
  phone: longest(30, 'accounts.phone-format').trim().min(1, 'accounts.phone-format'),
  address,
})
export type RequestCode = z.input<typeof requestCodeInput>

export const verifyCodeInput = z.object({ challengeId: z.uuid(), code })
export type VerifyCode = z.input<typeof verifyCodeInput>

export const setPasswordInput = z.object({ challengeId: z.uuid(), proof: z.string().min(1).max(100), password })
export type SetPassword = z.input<typeof setPasswordInput>

export const signInInput = z.object({ cardNumber, password, address, device })
export type SignIn = z.input<typeof signInInput>

const phone = longest(30, 'accounts.phone-format').trim().min(1, 'accounts.phone-format')
export const requestPhoneChangeInput = z.object({ password, phone, address })
export type RequestPhoneChange = z.input<typeof requestPhoneChangeInput>

const step = { token: z.string().min(1).max(1000), device }
export const secondFactorInput = z.object({ ...step, code })
export type SecondFactor = z.input<typeof secondFactorInput>

export const temporaryPasswordInput = z.object({ ...step, password })
export type ReplaceTemporaryPassword = z.input<typeof temporaryPasswordInput>

export const totpSetupInput = z.object({ ...step, sealed: z.string().min(1).max(400), code })
export type TotpSetup = z.input<typeof totpSetupInput>

export const ownTotpInput = z.object({ sealed: z.string().min(1).max(400), code })
export type OwnTotp = z.input<typeof ownTotpInput>

export const changePasswordInput = z.object({ password, newPassword: password })
export type ChangePassword = z.input<typeof changePasswordInput>

/** One page is shown and decided at a time. */
const PAGE = 50
const approverGrants = z
  .array(z.enum(['cell_secretary', 'cell_deputy']))
  .max(2)
  .default([])

/** Part of a unit's name: that unit and all below it. */
const unitSearch = z.string().trim().max(80).default('')

export const awaitingPageInput = z.object({
  search: z.string().trim().max(80).default(''),
  after: z
    .string()
    .regex(/^[0-9TZ:.-]{20,30}~[0-9a-f-]{36}$/)
    .optional(),
  size: z.number().int().min(1).max(PAGE).default(PAGE),
  unit: unitSearch,
  /** Days since the registration was sent, at least. */
  waitingDays: z.coerce.number().int().min(0).max(3650).default(0),
})
export type AwaitingPage = z.input<typeof awaitingPageInput>

export const approveAccountInput = z.object({ accountId: z.uuid(), roles: approverGrants })
export type ApproveAccount = z.input<typeof approveAccountInput>

export const approveAccountsInput = z.object({
  accountIds: z.array(z.uuid(), 'accounts.nobody-chosen').min(1, 'accounts.nobody-chosen').max(PAGE),
})
export type ApproveAccounts = z.input<typeof approveAccountsInput>

const reason = longest(500, 'accounts.reason-long').trim().min(5, 'accounts.reason-needed').overwrite(composed)
export const returnAccountInput = z.object({ accountId: z.uuid(), reason })
export type ReturnAccount = z.input<typeof returnAccountInput>

export const undoApprovalInput = z.object({ accountId: z.uuid() })
export type UndoApproval = z.input<typeof undoApprovalInput>

export const returnAccountsInput = z.object({ accountIds: approveAccountsInput.shape.accountIds, reason })
export type ReturnAccounts = z.input<typeof returnAccountsInput>

export const actOnAccountInput = z.object({ accountId: z.uuid(), reason })
export type ActOnAccount = z.input<typeof actOnAccountInput>

export const restrictAccountInput = actOnAccountInput.extend({ until: z.iso.date({ error: 'accounts.day-needed' }) })
export type RestrictAccount = z.input<typeof restrictAccountInput>

export const accountStates = [
  'awaiting_approval',
  'active',
  'issued',
  'restricted',
  'suspended',
  'returned',
  'revoked',
] as const
/** What a list says of an account: `issued` was never used, `restricted` holds no office for now. */
export type AccountState = (typeof accountStates)[number]

export const accountListInput = z.object({
  search: awaitingPageInput.shape.search,
  unit: unitSearch,
  state: z.enum(accountStates).optional(),
  role: z.enum(roleKeys).optional(),
  /** The member the page before ended with. */
  after: z.uuid().optional(),
  size: awaitingPageInput.shape.size,
})
export type AccountList = z.input<typeof accountListInput>

/** As many letters as one sitting makes: 100 hashes take two seconds on two cores. */
export const ISSUE_BATCH = 100
export const issuePageInput = accountListInput.pick({ search: true, unit: true, after: true }).extend({
  /** Those without an account, or those whose letter was never used. */
  show: z.enum(['without', 'unused']).default('without'),
  size: z.number().int().min(1).max(ISSUE_BATCH).default(ISSUE_BATCH),
})
export type IssuePage = z.input<typeof issuePageInput>

export const issueAccountsInput = z.object({ memberIds: z.array(z.uuid()).min(1).max(ISSUE_BATCH) })
export type IssueAccounts = z.input<typeof issueAccountsInput>

export const createSessionInput = z.object({
  sessionHash: z.string().regex(/^[0-9a-f]{64}$/),
  accountId: z.uuid(),
  device,
})
export type CreateSession = z.input<typeof createSessionInput>
