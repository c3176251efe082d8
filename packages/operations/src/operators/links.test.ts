import { Conflict, Invalid, NotFound, newId } from '@sotay/kernel'
import { operatorLink } from '@sotay/tenancy/schema'
import { type TestClock, testClock, testOperations } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { generate } from 'otplib'
import { beforeEach, expect, test } from 'vitest'
import type { OperationsContext } from '../context'
import { disableOperator } from '../platform/disable-operator'
import { listOperators } from '../platform/list-operators'
import { asOperator } from './as-operator'
import { changeOwnFactor, offerOwnFactor } from './change-own-factor'
import { changeOwnPassword } from './change-own-password'
import { checkOperatorPassword } from './check-operator-password'
import { inviteOperator } from './invite-operator'
import { allOperations, listOperations } from './list-operations'
import { loadOperator } from './load-operator'
import { readOwnOperator } from './own-account'
import { readOperatorLink } from './read-operator-link'
import { resetOperatorFactor } from './reset-operator-factor'
import { sessionHash } from './session-hash'
import { signInOperator } from './sign-in-operator'
import { useOperatorLink } from './use-operator-link'

let ctx: OperationsContext
let clock: TestClock
const PASSWORD = 'mật khẩu của tôi'

beforeEach(async () => {
  clock = testClock()
  ctx = { ...(await testOperations()), clock }
})

const codeOf = (secret: string) => generate({ secret, epoch: Math.floor(clock.now().getTime() / 1000) })
const invite = (email = `${newId()}@ops.test`) =>
  inviteOperator(ctx, { email, name: 'Người Mới', role: 'operator' }).then((link) => ({ ...link, email }))
const join = async (password = PASSWORD) => {
  const { token, email } = await invite()
  const { totpSecret } = await readOperatorLink(ctx, token)
  await useOperatorLink(ctx, { token, password, code: await codeOf(totpSecret) })
  const person = (await listOperators(ctx)).find((entry) => entry.email === email)!
  return { ...person, token, totpSecret }
}
const signIn = async (email: string, secret: string, password = PASSWORD) => {
  clock.advance(1)
  const challenge = await checkOperatorPassword(ctx, { email, password, address: newId() })
  return signInOperator(ctx, { challenge, code: await codeOf(secret) })
}

test('an invitation makes an operator with a password and a second factor of their own, once', async () => {
  const person = await join()
  expect(person).toMatchObject({ role: 'operator', disabledAt: null })
  await expect(readOperatorLink(ctx, person.token)).rejects.toBeInstanceOf(NotFound)
  const { token } = await signIn(person.email, person.totpSecret)
  expect(await loadOperator(ctx, token)).toMatchObject({ name: 'Người Mới' })
  await expect(invite(person.email)).rejects.toBeInstanceOf(Conflict)
})

test('a short password, a wrong code and two at once leave one account or none', async () => {
  const { token, email } = await invite()
  const { totpSecret } = await readOperatorLink(ctx, token)
  const code = await codeOf(totpSecret)
  await expect(useOperatorLink(ctx, { token, password: 'ngắn', code })).rejects.toBeInstanceOf(Invalid)
  await expect(useOperatorLink(ctx, { token, password: PASSWORD, code: '000' })).rejects.toBeInstanceOf(Invalid)
  const both = await Promise.allSettled([1, 2].map(() => useOperatorLink(ctx, { token, password: PASSWORD, code })))
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await listOperators(ctx)).filter((entry) => entry.email === email)).toHaveLength(1)
})

test('a link is kept as a hash, lapses after two days, and a second one ends the first', async () => {
  const first = await invite()
  const rows = await ctx.platform.select().from(operatorLink).where(eq(operatorLink.email, first.email))
  expect(JSON.stringify(rows)).not.toContain(first.token)
  const second = await invite(first.email)
  await expect(readOperatorLink(ctx, first.token)).rejects.toBeInstanceOf(NotFound)
  clock.advance(48 * 60)
  await expect(readOperatorLink(ctx, second.token)).rejects.toBeInstanceOf(NotFound)
})

test('a reset ends the factor and the sessions at once; the link wants the old password', async () => {
  const person = await join()
  const { token: session } = await signIn(person.email, person.totpSecret)
  const { token } = await resetOperatorFactor(ctx, person.id)
  expect(await loadOperator(ctx, session)).toBeUndefined()
  await expect(signIn(person.email, person.totpSecret)).rejects.toBeInstanceOf(Invalid)
  const { totpSecret } = await readOperatorLink(ctx, token)
  const code = await codeOf(totpSecret)
  await expect(useOperatorLink(ctx, { token, password: 'không phải nó', code })).rejects.toMatchObject({
    fields: { password: ['operations.password-refused'] },
  })
  await useOperatorLink(ctx, { token, password: PASSWORD, code })
  await expect(signIn(person.email, totpSecret)).resolves.toHaveProperty('token')
})

test('an operator who was disabled cannot come back by a link made before', async () => {
  const person = await join()
  const { token } = await resetOperatorFactor(ctx, person.id)
  await disableOperator(ctx, person.email)
  await expect(readOperatorLink(ctx, token)).rejects.toBeInstanceOf(NotFound)
  await expect(resetOperatorFactor(ctx, person.id)).rejects.toBeInstanceOf(Conflict)
})

test('a new password and a new second factor end every other session', async () => {
  const person = await join()
  const here = await signIn(person.email, person.totpSecret)
  const there = await signIn(person.email, person.totpSecret)
  const own = asOperator(ctx, person.id)
  const keep = sessionHash(here.token)
  await expect(
    changeOwnPassword(own, { password: 'sai', newPassword: 'mật khẩu thứ hai' }, keep),
  ).rejects.toBeInstanceOf(Invalid)
  await changeOwnPassword(own, { password: PASSWORD, newPassword: 'mật khẩu thứ hai' }, keep)
  expect(await loadOperator(ctx, there.token)).toBeUndefined()
  expect((await readOwnOperator(own)).sessions.map(({ id }) => id)).toEqual([keep])
  const { secret, sealed } = await offerOwnFactor(own)
  const given = { password: 'mật khẩu thứ hai', code: await codeOf(secret) }
  await expect(changeOwnFactor(own, { ...given, sealed: `${sealed.slice(0, -2)}AA` }, keep)).rejects.toBeInstanceOf(
    Invalid,
  )
  await changeOwnFactor(own, { ...given, sealed }, keep)
  await expect(signIn(person.email, secret, 'mật khẩu thứ hai')).resolves.toHaveProperty('token')
})

test('the trail is asked by person, act and day, and paged by its key', async () => {
  const person = await join()
  const own = asOperator(ctx, person.id)
  await inviteOperator(own, { email: `${newId()}@ops.test`, name: 'Người Khác', role: 'viewer' })
  const all = await listOperations(ctx, { actor: person.id })
  expect(all.map(({ operation }) => operation)).toEqual(['operator.invited', 'operator.joined'])
  expect(await listOperations(ctx, { actor: person.id, before: all[0]!.id })).toEqual([all[1]])
  expect(await listOperations(ctx, { actor: person.id, operation: 'operator.inv' })).toHaveLength(1)
  expect(await listOperations(ctx, { actor: person.id, until: '2000-01-01' })).toEqual([])
  const taken = []
  for await (const line of allOperations(ctx, { actor: person.id })) taken.push(line)
  expect(taken).toEqual(all)
})
