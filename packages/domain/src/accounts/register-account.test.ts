import { auditEntry } from '@sotay/kernel/schema'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { registerAccount } from './register-account'
import { resetPassword } from './reset-password'
import { returnAccount } from './return-account'
import { account } from './schema'
import { signIn } from './sign-in'
import { type Person, proofFor } from './testing'

let tenant: TestTenant
let ctx: TestTenant['ctx']
const password = 'Mùa lúa chín 1975'

beforeAll(async () => {
  tenant = await createTestTenant()
  ctx = tenant.actingAs({ kind: 'anonymous' })
})

const enter = ({ cardNumber }: Person, with_ = password) =>
  signIn(ctx, { cardNumber, password: with_, address: cardNumber, device: 'a phone' })
const statusOf = async (id: string) => (await ctx.db.select().from(account).where(eq(account.id, id)))[0]?.status

test('a proof makes an account that waits for approval, and leaves no personal data in the audit', async () => {
  const person = await tenant.make.member()
  const proof = await proofFor(ctx, 'registration', person)
  const { accountId } = await registerAccount(ctx, { ...proof, password })
  expect(await statusOf(accountId)).toBe('awaiting_approval')
  await expect(enter(person)).rejects.toMatchObject({ code: 'accounts.awaiting-approval' })
  const [entry] = await ctx.db.select().from(auditEntry).where(eq(auditEntry.subjectId, accountId))
  expect(entry).toMatchObject({ action: 'accounts.registered', details: {} })
})

test('a proof passes once, also when it is used twice at the same moment', async () => {
  const person = await tenant.make.member()
  const proof = await proofFor(ctx, 'registration', person)
  const both = [registerAccount(ctx, { ...proof, password }), registerAccount(ctx, { ...proof, password })]
  const outcomes = await Promise.allSettled(both)
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
})

test('a proof of one purpose does not serve another, nor another challenge (H22)', async () => {
  const [person, other] = [await tenant.make.member(), await tenant.make.member()]
  const proof = await proofFor(ctx, 'registration', person)
  const { challengeId } = await proofFor(ctx, 'registration', other)
  const refused = { fields: { code: ['accounts.code-refused'] } }
  await expect(resetPassword(ctx, { ...proof, password })).rejects.toMatchObject(refused)
  await expect(registerAccount(ctx, { ...proof, challengeId, password })).rejects.toMatchObject(refused)
  await expect(registerAccount(ctx, { ...proof, proof: 'x'.repeat(43), password })).rejects.toMatchObject(refused)
  tenant.clock.advance(31)
  await expect(registerAccount(ctx, { ...proof, password })).rejects.toMatchObject(refused)
})

test('a weak password is refused and leaves the proof good', async () => {
  const person = await tenant.make.member({ phone: '0905123456' })
  const proof = await proofFor(ctx, 'registration', person)
  const weak = { 'ngắn quá': 'short', 'Mật khẩu 123': 'common', '0905.123.456': 'personal', '1234567890': 'common' }
  for (const [given, why] of Object.entries(weak)) {
    await expect(registerAccount(ctx, { ...proof, password: given })).rejects.toMatchObject({
      fields: { password: [`accounts.password-${why}`] },
    })
  }
  await registerAccount(ctx, { ...proof, password })
})

test('a returned registration tells its reason after the right password, and may begin anew', async () => {
  const person = await tenant.make.member()
  const { accountId } = await registerAccount(ctx, { ...(await proofFor(ctx, 'registration', person)), password })
  await returnAccount(tenant.ctx, { accountId, reason: 'Chưa đúng chi bộ đang sinh hoạt' })
  await expect(enter(person)).rejects.toMatchObject({
    code: 'accounts.returned',
    params: { reason: 'Chưa đúng chi bộ đang sinh hoạt' },
  })
  const again = await registerAccount(ctx, { ...(await proofFor(ctx, 'registration', person)), password })
  expect(again.accountId).toBe(accountId)
  expect(await statusOf(accountId)).toBe('awaiting_approval')
})

test('a password is the same however the keyboard composes it', async () => {
  const person = await tenant.make.member()
  const proof = await proofFor(ctx, 'registration', person)
  await registerAccount(ctx, { ...proof, password: password.normalize('NFD') })
  await expect(enter(person, password.normalize('NFC'))).rejects.toMatchObject({ code: 'accounts.awaiting-approval' })
})
