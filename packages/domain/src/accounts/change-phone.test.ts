import type { MemberActor, TenantContext } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { member, memberChange } from '../members'
import { confirmPhoneChange, requestPhoneChange } from './change-phone'
import { createSession } from './create-session'
import { hashPassword, makeAccount } from './factory'
import { requestCode } from './request-code'
import { resetPassword } from './reset-password'
import { session } from './schema'
import { deliver, noticesIn, proofFor } from './testing'
import { verifyCode } from './verify-code'

let tenant: TestTenant
let hash: string
const password = 'con đường ra biển'
const refused = { kind: 'invalid', fields: { code: ['accounts.code-refused'] } }
beforeAll(async () => {
  tenant = await createTestTenant()
  hash = await hashPassword(password)
})

type Someone = TenantContext & { actor: MemberActor }

async function signedIn(): Promise<Someone & { phone: string; cardNumber: string }> {
  const ctx = await tenant.as('member')
  const { accountId } = await makeAccount(tenant.ctx, { memberId: ctx.actor.memberId, password: { hash } })
  const [own] = await tenant.ctx.db.select().from(member).where(eq(member.id, ctx.actor.memberId))
  return { ...ctx, actor: { ...ctx.actor, accountId }, phone: own!.phone!, cardNumber: own!.cardNumber }
}

let last = 0
const newNumber = () => `0977${String(++last).padStart(6, '0')}`
const ask = (who: Someone, phone: string, address = phone) => requestPhoneChange(who, { password, phone, address })
const phoneOf = async ({ actor }: Someone) =>
  (await tenant.ctx.db.select().from(member).where(eq(member.id, actor.memberId)))[0]!.phone

async function asked(who: Someone, phone = newNumber()) {
  const { challengeId } = await ask(who, phone)
  const [message] = await deliver(tenant.ctx, challengeId)
  return { phone, challengeId, code: message!.code!, to: message!.to }
}

test('a code to the new number puts it on file; the old one is told, other devices sign in anew', async () => {
  const who = await signedIn()
  const anonymous = tenant.actingAs({ kind: 'anonymous' })
  const [here, elsewhere] = ['a'.repeat(64), 'b'.repeat(64)]
  for (const sessionHash of [here, elsewhere]) {
    await createSession(anonymous, { sessionHash, accountId: who.actor.accountId, device: 'thử' })
  }
  who.actor.sessionId = here
  const { phone, challengeId, code, to } = await asked(who)
  expect(to).toBe(phone)
  expect(await phoneOf(who)).toBe(who.phone)
  await confirmPhoneChange(who, { challengeId, code })
  expect(await phoneOf(who)).toBe(phone)
  const open = await tenant.ctx.db.select().from(session).where(eq(session.accountId, who.actor.accountId))
  expect(open.map(({ id }) => id)).toEqual([here])
  expect(await noticesIn(tenant.ctx, who.actor.memberId)).toMatchObject([{ to: who.phone }])
  const history = await tenant.ctx.db.select().from(memberChange).where(eq(memberChange.memberId, who.actor.memberId))
  expect(history).toMatchObject([{ field: 'phone', before: who.phone, after: phone, by: who.actor.memberId }])
  await expect(confirmPhoneChange(who, { challengeId, code })).rejects.toMatchObject(refused)
})

test('a wrong password, the number on file and what is no number are refused before anything is sent', async () => {
  const who = await signedIn()
  const wrong = requestPhoneChange(who, { password: 'không phải thế', phone: newNumber(), address: 'x' })
  await expect(wrong).rejects.toMatchObject({ fields: { password: ['accounts.current-password-wrong'] } })
  await expect(ask(who, `+84${who.phone.slice(1)}`)).rejects.toMatchObject({
    fields: { phone: ['accounts.phone-same'] },
  })
  await expect(ask(who, 'gọi cho tôi')).rejects.toMatchObject({ fields: { phone: ['accounts.phone-format'] } })
  await expect(
    requestPhoneChange(tenant.actingAs({ kind: 'anonymous' }), { password, phone: '0911', address: 'x' }),
  ).rejects.toMatchObject({ kind: 'unauthenticated' })
})

test('of fifty right codes at once exactly one passes, and the history has one line (H21)', async () => {
  const who = await signedIn()
  const { challengeId, code } = await asked(who)
  const outcomes = await Promise.allSettled(
    Array.from({ length: 50 }, () => confirmPhoneChange(who, { challengeId, code })),
  )
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const history = await tenant.ctx.db.select().from(memberChange).where(eq(memberChange.memberId, who.actor.memberId))
  expect(history).toHaveLength(1)
})

test('a code of another flow, another person or another province does not pass (H22)', async () => {
  const [who, other] = [await signedIn(), await signedIn()]
  const anonymous = tenant.actingAs({ kind: 'anonymous' })
  const reset = await requestCode(anonymous, {
    purpose: 'password-reset',
    cardNumber: who.cardNumber,
    phone: who.phone,
    address: who.phone,
  })
  const [message] = await deliver(tenant.ctx, reset.challengeId)
  const foreign = { challengeId: reset.challengeId, code: message!.code! }
  await expect(confirmPhoneChange(who, foreign)).rejects.toMatchObject(refused)
  const mine = await asked(who)
  const { challengeId, code } = mine
  await expect(confirmPhoneChange(other, { challengeId, code })).rejects.toMatchObject(refused)
  await expect(verifyCode(anonymous, { challengeId, code })).rejects.toMatchObject(refused)
  await confirmPhoneChange(who, { challengeId, code })
  expect(await phoneOf(other)).toBe(other.phone)
})

test('codes and proofs on their way to the old number are void once it changes', async () => {
  const who = await signedIn()
  const anonymous = tenant.actingAs({ kind: 'anonymous' })
  const proof = await proofFor(anonymous, 'password-reset', who)
  const { challengeId, code } = await asked(who)
  await confirmPhoneChange(who, { challengeId, code })
  await expect(resetPassword(anonymous, { ...proof, password: 'một câu khác nữa' })).rejects.toMatchObject(refused)
})

test('five wrong tries burn the code, and codes to new numbers are capped', async () => {
  const who = await signedIn()
  const { challengeId, code } = await asked(who)
  const wrong = code === '000000' ? '111111' : '000000'
  for (let count = 0; count < 5; count++)
    await expect(confirmPhoneChange(who, { challengeId, code: wrong })).rejects.toMatchObject(refused)
  await expect(confirmPhoneChange(who, { challengeId, code })).rejects.toMatchObject(refused)
  for (let count = 0; count < 4; count++) await ask(who, newNumber())
  await expect(ask(who, newNumber())).rejects.toMatchObject({ kind: 'too-many' })
})
