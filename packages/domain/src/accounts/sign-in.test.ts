import { createTestTenant, type TestTenant, testConfiguration } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { generateSecret } from 'otplib'
import { beforeAll, describe, expect, test } from 'vitest'
import { replaceTemporaryPassword } from './change-password'
import { confirmSecondFactor } from './confirm-second-factor'
import { type GivenAccount, makeAccount } from './factory'
import { issueAccounts } from './issue-accounts'
import { hashPassword } from './password'
import { type AccountStatus, signInEvent } from './schema'
import { offerSecondFactor, setUpSecondFactor } from './set-up-second-factor'
import { signIn } from './sign-in'
import { statementsOf, totpAt } from './testing'

let tenant: TestTenant
let ctx: TestTenant['ctx']
let hash: string
const password = 'con đường ra biển'
const device = 'Điện thoại thử'
const refused = { kind: 'invalid', fields: { password: ['accounts.sign-in-refused'] } }

beforeAll(async () => {
  tenant = await createTestTenant()
  ctx = tenant.actingAs({ kind: 'anonymous' })
  hash = await hashPassword(password)
})

async function account(given: Partial<GivenAccount> = {}) {
  const person = await tenant.make.member()
  return { ...person, ...(await makeAccount(tenant.ctx, { memberId: person.id, password: { hash }, ...given })) }
}

const enter = (cardNumber: string, typed = password, address = cardNumber) =>
  signIn(ctx, { cardNumber, password: typed, address, device })

function tokenOf(step: Awaited<ReturnType<typeof enter>>): string {
  if (step.status === 'signed-in') throw new Error('no step was left')
  return step.token
}

test('a right password signs in, and the history tells of both tries', async () => {
  const { cardNumber, accountId } = await account()
  await expect(enter(cardNumber, 'không phải thế')).rejects.toMatchObject(refused)
  expect(await enter(cardNumber)).toEqual({ status: 'signed-in', accountId })
  const events = await ctx.db.select().from(signInEvent).where(eq(signInEvent.accountId, accountId))
  expect(events.map((event) => event.outcome).sort()).toEqual(['signed-in', 'wrong-password'])
  expect(events[0]!.device).toBe(device)
})

test('an unknown card is refused in the same words after as many statements and writes (H24)', async () => {
  const { cardNumber } = await account()
  const attempt = (card: string) => () =>
    enter(card, 'không phải thế').catch((error) => expect(error).toMatchObject(refused))
  const known = await statementsOf(ctx, attempt(cardNumber))
  const unknown = await statementsOf(ctx, attempt('98.765432'))
  expect(unknown.length).toBe(known.length)
  const writes = (statements: string[]) => statements.filter((text) => /^(insert|update|delete)/i.test(text)).length
  expect(writes(unknown)).toBe(writes(known))
})

describe('the state of an account is told to who knows its password, and to nobody else', () => {
  test.each<[AccountStatus, string]>([
    ['awaiting_approval', 'accounts.awaiting-approval'],
    ['returned', 'accounts.returned'],
    ['suspended', 'accounts.suspended'],
    ['revoked', 'accounts.revoked'],
  ])('%s', async (status, code) => {
    const { cardNumber } = await account({ status })
    await expect(enter(cardNumber, 'không phải thế')).rejects.toMatchObject(refused)
    await expect(enter(cardNumber)).rejects.toMatchObject({ kind: 'conflict', code })
  })
})

test('ten failures close a card for a while, also at once and from many addresses; an unknown one alike', async () => {
  const { cardNumber } = await account()
  for (const card of [cardNumber, '97.654321']) {
    const tries = Array.from({ length: 15 }, (_, count) =>
      enter(card, 'không phải thế', `192.0.2.${count}`).catch((error) => error.kind as string),
    )
    const outcomes = await Promise.all(tries)
    expect(outcomes.filter((kind) => kind === 'invalid')).toHaveLength(10)
    expect(outcomes.filter((kind) => kind === 'too-many')).toHaveLength(5)
  }
  await expect(enter(cardNumber)).rejects.toMatchObject({ kind: 'too-many' })
  tenant.clock.advance(16)
  await enter(cardNumber)
})

test('a right password clears the failures before it', async () => {
  const { cardNumber } = await account()
  for (let round = 0; round < 3; round++) {
    for (let count = 0; count < 8; count++) await expect(enter(cardNumber, 'sai rồi')).rejects.toMatchObject(refused)
    await enter(cardNumber)
  }
})

test('a second factor is asked for, passes once, and not after the next', async () => {
  const totp = generateSecret()
  const { cardNumber, accountId } = await account({ totp })
  const first = tokenOf(await enter(cardNumber))
  const second = tokenOf(await enter(cardNumber))
  const code = await totpAt(ctx, totp)
  const wrong = code === '000000' ? '111111' : '000000'
  const no = { fields: { code: ['accounts.second-factor-refused'] } }
  await expect(confirmSecondFactor(ctx, { token: first, code: wrong, device })).rejects.toMatchObject(no)
  const both = [first, second].map((token) => confirmSecondFactor(ctx, { token, code, device }))
  const outcomes = await Promise.allSettled(both)
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toMatchObject([
    { value: { status: 'signed-in', accountId } },
  ])
  await expect(confirmSecondFactor(ctx, { token: second, code, device })).rejects.toMatchObject(no)
})

test('second-factor guesses are counted per account, not per sign-in', async () => {
  const { cardNumber } = await account({ totp: generateSecret() })
  for (let count = 0; count < 5; count++) {
    const token = tokenOf(await enter(cardNumber))
    await expect(confirmSecondFactor(ctx, { token, code: '12', device })).rejects.toMatchObject({ kind: 'invalid' })
  }
  const token = tokenOf(await enter(cardNumber))
  await expect(confirmSecondFactor(ctx, { token, code: '12', device })).rejects.toMatchObject({ kind: 'too-many' })
})

test('a role that demands a second factor has it set up before anything else', async () => {
  const { cardNumber, accountId } = await account({
    roles: [{ role: 'unit_admin', unitId: tenant.units.grassroots.id }],
  })
  const step = await enter(cardNumber)
  expect(step.status).toBe('second-factor-setup')
  const token = tokenOf(step)
  const { secret, sealed, uri } = await offerSecondFactor(ctx, { token })
  expect(uri).toContain(secret)
  const code = await totpAt(ctx, secret)
  const stranger = await account()
  const other = tokenOf(await enter((await account({ totp: generateSecret() })).cardNumber))
  await expect(setUpSecondFactor(ctx, { token: other, sealed, code, device })).rejects.toMatchObject({
    kind: 'conflict',
  })
  expect(await setUpSecondFactor(ctx, { token, sealed, code, device })).toEqual({ status: 'signed-in', accountId })
  await expect(setUpSecondFactor(ctx, { token, sealed, code, device })).rejects.toMatchObject({ kind: 'conflict' })
  expect(await enter(cardNumber)).toMatchObject({ status: 'second-factor' })
  expect(await enter(stranger.cardNumber)).toMatchObject({ status: 'signed-in' })
})

test('a step’s token is no other step’s, lapses, and cannot be made up', async () => {
  const totp = generateSecret()
  const { cardNumber } = await account({ totp })
  const token = tokenOf(await enter(cardNumber))
  const code = await totpAt(ctx, totp)
  const lapsed = { code: 'accounts.sign-in-lapsed' }
  const [payload, mac] = token.split('.')
  const forged = Buffer.from(
    JSON.stringify({ ...JSON.parse(Buffer.from(payload!, 'base64url').toString()), s: 'password-change' }),
  )
  await expect(replaceTemporaryPassword(ctx, { token, password: 'một câu thật mới', device })).rejects.toMatchObject(
    lapsed,
  )
  for (const bad of [`${forged.toString('base64url')}.${mac}`, `${payload}.`, payload!, 'x', `.${mac}`]) {
    await expect(confirmSecondFactor(ctx, { token: bad, code, device })).rejects.toMatchObject(lapsed)
  }
  tenant.clock.advance(10)
  await expect(confirmSecondFactor(ctx, { token, code, device })).rejects.toMatchObject(lapsed)
})

test('an issued account signs in with its letter once the password is replaced (ĐX II.2.4)', async () => {
  const { accounts } = testConfiguration('thu')
  const issuing = await createTestTenant({ accounts: { ...accounts, registration: 'issued' } })
  const anonymous = issuing.actingAs({ kind: 'anonymous' })
  const elsewhere = await issuing.make.unit({ parentId: issuing.units.root.id, level: 'cell', kind: 'cell' })
  const [person, outsider] = [await issuing.make.member(), await issuing.make.member({ unitId: elsewhere.id })]
  const administrator = await issuing.as('unit_admin', issuing.units.grassroots)
  await expect(issueAccounts(administrator, { memberIds: [outsider.id] })).rejects.toMatchObject({ kind: 'not-found' })
  const [letter] = await issueAccounts(administrator, { memberIds: [person.id] })
  const [again] = await issueAccounts(administrator, { memberIds: [person.id] })
  const arrive = (typed: string) =>
    signIn(anonymous, { cardNumber: person.cardNumber, password: typed, address: 'here', device })
  await expect(arrive(letter!.password)).rejects.toMatchObject(refused)
  const step = await arrive(again!.password)
  expect(step.status).toBe('password-change')
  const token = tokenOf(step)
  const replace = (typed: string) => replaceTemporaryPassword(anonymous, { token, password: typed, device })
  await expect(replace(again!.password)).rejects.toMatchObject({ fields: { password: ['accounts.password-same'] } })
  expect(await replace(password)).toMatchObject({ status: 'signed-in' })
  await expect(replace('một câu khác nữa')).rejects.toMatchObject({ code: 'accounts.sign-in-lapsed' })
  expect(await arrive(password)).toMatchObject({ status: 'signed-in' })
  expect(await issueAccounts(administrator, { memberIds: [person.id] })).toEqual([])
})

test('a letter that came too late says so, and only with its password', async () => {
  const { accounts } = testConfiguration('thu')
  const issuing = await createTestTenant({ accounts: { ...accounts, registration: 'issued' } })
  const person = await issuing.make.member()
  const [letter] = await issueAccounts(issuing.ctx, { memberIds: [person.id] })
  issuing.clock.advance(31 * 24 * 60)
  const given = { cardNumber: person.cardNumber, password: letter!.password, address: 'here', device }
  await expect(signIn(issuing.actingAs({ kind: 'anonymous' }), given)).rejects.toMatchObject({
    code: 'accounts.temporary-password-expired',
  })
})
