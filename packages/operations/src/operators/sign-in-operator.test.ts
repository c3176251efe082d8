import { Conflict, Invalid, newId, TooMany } from '@sotay/kernel'
import { operationEntry, operatorSession } from '@sotay/tenancy/schema'
import { type TestClock, testClock, testOperations } from '@sotay/testing'
import { desc, eq } from 'drizzle-orm'
import { generate } from 'otplib'
import { beforeEach, expect, test } from 'vitest'
import type { OperationsContext } from '../context'
import { type CreatedOperator, createOperator } from '../platform/create-operator'
import { disableOperator } from '../platform/disable-operator'
import { checkOperatorPassword } from './check-operator-password'
import { endOperatorSession } from './end-operator-session'
import { loadOperator } from './load-operator'
import { signInOperator } from './sign-in-operator'

let ctx: OperationsContext
let clock: TestClock
let person: CreatedOperator
let address: string

beforeEach(async () => {
  clock = testClock()
  ctx = { ...(await testOperations()), clock }
  person = await createOperator(ctx, { email: `${newId()}@ops.test`, name: 'Người Trực Ban', role: 'operator' })
  address = newId()
})

const password = (given: { email?: string; password?: string } = {}) =>
  checkOperatorPassword(ctx, { email: person.email, password: person.password, address, ...given })
const currentCode = () => generate({ secret: person.totpSecret, epoch: Math.floor(clock.now().getTime() / 1000) })
const signIn = async () => signInOperator(ctx, { challenge: await password(), code: await currentCode() })

test('password, then code, opens a session of which the database keeps a hash', async () => {
  const { token, expiresAt } = await signIn()
  expect(await loadOperator(ctx, token)).toEqual({ id: person.id, name: 'Người Trực Ban', role: 'operator' })
  const rows = await ctx.platform.select().from(operatorSession).where(eq(operatorSession.operatorId, person.id))
  expect(rows).toHaveLength(1)
  expect(rows[0]?.id).not.toContain(token)
  expect(expiresAt.getTime() - clock.now().getTime()).toBe(8 * 3_600_000)
})

test('an unknown address and a wrong password are refused in the same words', async () => {
  const unknown = await password({ email: 'nobody@ops.test' }).catch((error: unknown) => error)
  const wrong = await password({ password: 'not this one' }).catch((error: unknown) => error)
  expect(unknown).toBeInstanceOf(Invalid)
  expect(unknown).toEqual(wrong)
})

test('a code passes once, also of two sign-ins at once', async () => {
  const challenge = await password()
  const code = await currentCode()
  const tries = await Promise.allSettled(Array.from({ length: 4 }, () => signInOperator(ctx, { challenge, code })))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  clock.advance(1)
  await expect(signInOperator(ctx, { challenge, code: await currentCode() })).resolves.toHaveProperty('token')
})

test('five wrong codes close the way for a quarter of an hour, for the right one too', async () => {
  const challenge = await password()
  for (let n = 0; n < 5; n++) {
    await expect(signInOperator(ctx, { challenge, code: '00000x' })).rejects.toBeInstanceOf(Invalid)
  }
  await expect(signInOperator(ctx, { challenge, code: await currentCode() })).rejects.toBeInstanceOf(TooMany)
  clock.advance(16)
  await expect(signIn()).resolves.toHaveProperty('token')
})

test('fifty guesses at a password at once are not more than ten', async () => {
  const guesses = await Promise.allSettled(Array.from({ length: 50 }, () => password({ password: 'a guess' })))
  const answered = guesses.filter((guess) => guess.status === 'rejected' && guess.reason instanceof Invalid)
  expect(answered).toHaveLength(10)
  await expect(password()).rejects.toBeInstanceOf(TooMany)
})

test('a challenge lapses after five minutes and cannot be made up', async () => {
  const challenge = await password()
  const code = await currentCode()
  const [id, expires, mac] = challenge.split('.')
  const longer = `${id}.${Number(expires) + 60_000}.${mac}`
  await expect(signInOperator(ctx, { challenge: longer, code })).rejects.toBeInstanceOf(Conflict)
  await expect(signInOperator(ctx, { challenge: '', code })).rejects.toBeInstanceOf(Conflict)
  clock.advance(6)
  await expect(signInOperator(ctx, { challenge, code })).rejects.toBeInstanceOf(Conflict)
})

test('a session ends after eight hours, by signing out, and when the operator is disabled', async () => {
  const first = await signIn()
  clock.advance(8 * 60)
  expect(await loadOperator(ctx, first.token)).toBeUndefined()
  const second = await signIn()
  await endOperatorSession(ctx, second.token)
  expect(await loadOperator(ctx, second.token)).toBeUndefined()
  clock.advance(1)
  const third = await signIn()
  await disableOperator(ctx, person.email)
  expect(await loadOperator(ctx, third.token)).toBeUndefined()
  await expect(password()).rejects.toBeInstanceOf(Invalid)
})

test("signing in and out stand in the platform's trail under the operator's id", async () => {
  const { token } = await signIn()
  await endOperatorSession(ctx, token)
  const trail = await ctx.platform
    .select({ operation: operationEntry.operation })
    .from(operationEntry)
    .where(eq(operationEntry.actor, person.id))
    .orderBy(desc(operationEntry.id))
  expect(trail.map(({ operation }) => operation).sort()).toEqual(['operator.signed-in', 'operator.signed-out'])
})
