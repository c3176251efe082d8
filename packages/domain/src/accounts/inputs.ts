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

export const awaitingPageInput = z.object({
  search: z.string().trim().max(80).default(''),
  after: z
    .string()
    .regex(/^[0-9TZ:.-]{20,30}~[0-9a-f-]{36}$/)
    .optional(),
  size: z.number().int().min(1).max(PAGE).default(PAGE),
})
export type AwaitingPage = z.input<typeof awaitingPageInput>

export const approveAccountInput = z.object({ accountId: z.uuid(), roles: approverGrants })
export type ApproveAccount = z.input<typeof approveAccountInput>

export const approveAccountsInput = z.object({
  accountIds: z.array(z.uuid(), 'accounts.nobody-chosen').min(1, 'accounts.nobody-chosen').max(PAGE),
})
export type ApproveAccounts = z.input<typeof approveAccountsInput>

const reason = longest(500, 'accounts.reason-long').trim().min(5, 'accounts.reason-needed').normalize('NFC')
export const returnAccountInput = z.object({ accountId: z.uuid(), reason })
export type ReturnAccount = z.input<typeof returnAccountInput>

export const suspendAccountInput = z.object({ accountId: z.uuid(), reason })
export type SuspendAccount = z.input<typeof suspendAccountInput>

export const issueAccountsInput = z.object({ memberIds: z.array(z.uuid()).min(1).max(PAGE) })
export type IssueAccounts = z.input<typeof issueAccountsInput>

export const grantRoleInput = z.object({
  memberId: z.uuid(),
  role: z.string().min(1),
  unitId: z.uuid(),
  validFrom: z.iso.date().optional(),
  validUntil: z.iso.date().nullable().default(null),
})
export type GrantRole = z.input<typeof grantRoleInput>

export const createSessionInput = z.object({
  sessionHash: z.string().regex(/^[0-9a-f]{64}$/),
  accountId: z.uuid(),
  device,
})
export type CreateSession = z.input<typeof createSessionInput>
