import { auditEntry, outbox } from '@sotay/kernel/schema'
import { createTestTenant, type TestTenant, testConfiguration } from '@sotay/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { readAgenda } from './agenda'
import { makeAccount } from './factory'
import { type RequestCode, requestCodeInput } from './inputs'
import { hashPassword } from './password'
import { requestCode } from './request-code'
import { oneTimeCode } from './schema'
import { deliver, statementsOf } from './testing'

let tenant: TestTenant
let ctx: TestTenant['ctx']
let addresses = 0

beforeAll(async () => {
  tenant = await createTestTenant()
  ctx = tenant.actingAs({ kind: 'anonymous' })
})

const ask = (given: Partial<RequestCode> & Pick<RequestCode, 'cardNumber'>) =>
  requestCode(ctx, {
    purpose: 'registration',
    phone: '0912345678',
    address: `198.51.100.${addresses++}`,
    ...given,
  })

test('a card and the phone on file get a code, in a message of the province', async () => {
  const person = await tenant.make.member({ phone: '0905 111 222' })
  const { challengeId, expiresAt } = await ask({ cardNumber: person.cardNumber, phone: '+84 905-111-222' })
  const sent = await deliver(ctx, challengeId)
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({
    to: '0905111222',
    tenantId: tenant.record.id,
    code: expect.stringMatching(/^\d{6}$/),
  })
  expect(sent[0]!.text).toContain('Sổ tay thử')
  expect(sent[0]!.text).toContain(sent[0]!.code)
  expect(expiresAt.getTime() - ctx.clock.now().getTime()).toBe(5 * 60_000)
})

test('the code stands in no table, in clear or as a plain hash', async () => {
  const person = await tenant.make.member()
  const { challengeId } = await ask({ cardNumber: person.cardNumber, phone: person.phone! })
  const [message] = await deliver(ctx, challengeId)
  const rows = [...(await ctx.db.select().from(oneTimeCode)), ...(await ctx.db.select().from(outbox))]
  const own = rows.map((row) => JSON.stringify(row)).filter((row) => row.includes(challengeId))
  expect(own).toHaveLength(2)
  for (const row of own) expect(row).not.toContain(`"${message!.code}"`)
})

test('a card may be typed with or without its separators', async () => {
  const dotted = await tenant.make.member({ cardNumber: '45.000001' })
  const plain = await tenant.make.member({ cardNumber: '45000002' })
  for (const [person, typed] of [
    [dotted, '45000001'],
    [dotted, ' 45.000 001'],
    [plain, '45.000002'],
  ] as const) {
    const { challengeId } = await ask({ cardNumber: typed, phone: person.phone! })
    expect(await deliver(ctx, challengeId)).toHaveLength(1)
  }
})

describe('somebody who may not register is answered like somebody who may (H24)', () => {
  test.each(['unknown card', 'another phone', 'account exists', 'awaiting approval', 'no phone on file'])(
    '%s',
    async (why) => {
      const known = await tenant.make.member()
      const other = await tenant.make.member(why === 'no phone on file' ? { phone: null } : {})
      const password = { hash: 'never compared' }
      if (why === 'account exists') await makeAccount(tenant.ctx, { memberId: other.id, password })
      if (why === 'awaiting approval') {
        await makeAccount(tenant.ctx, { memberId: other.id, password, status: 'awaiting_approval' })
      }
      const asked = {
        cardNumber: why === 'unknown card' ? '11.111111' : other.cardNumber,
        phone: why === 'another phone' ? '0999999999' : (other.phone ?? '0988888888'),
      }
      await ask({ cardNumber: known.cardNumber, phone: known.phone! })
      const open = await tenant.make.member()
      const right = await statementsOf(ctx, () => ask({ cardNumber: open.cardNumber, phone: open.phone! }))
      let challenge: Awaited<ReturnType<typeof ask>> | undefined
      const wrong = await statementsOf(ctx, async () => {
        challenge = await ask(asked)
      })
      expect(wrong).toEqual(right)
      expect(right.length).toBeGreaterThan(4)
      expect(challenge).toEqual({ challengeId: expect.any(String), expiresAt: expect.any(Date) })
      expect(await deliver(ctx, challenge!.challengeId)).toEqual([])
    },
  )
})

test('what cannot be a card or a phone is refused before anything is asked', async () => {
  await expect(ask({ cardNumber: 'abc' })).rejects.toMatchObject({ fields: { cardNumber: ['accounts.card-format'] } })
  await expect(ask({ cardNumber: '45.000009', phone: '12' })).rejects.toMatchObject({
    fields: { phone: ['accounts.phone-format'] },
  })
  expect(requestCodeInput.safeParse({ purpose: 'registration', cardNumber: '1'.repeat(1_000_000) }).success).toBe(false)
})

test('an account gets five codes an hour, a stranger’s pair as few (H20)', async () => {
  const person = await tenant.make.member()
  for (const asked of [person, { cardNumber: '22.222222', phone: '0911111111' }]) {
    const again = () => ask({ cardNumber: asked.cardNumber, phone: asked.phone! })
    for (let count = 0; count < 5; count++) await again()
    await expect(again()).rejects.toMatchObject({ kind: 'too-many', retryAfterSeconds: 3600 })
  }
  tenant.clock.advance(61)
  await ask({ cardNumber: person.cardNumber, phone: person.phone! })
})

test('knowing half of a pair does not use up the other half’s codes', async () => {
  const person = await tenant.make.member()
  for (let count = 0; count < 12; count++) await ask({ cardNumber: `33.0000${10 + count}`, phone: person.phone! })
  for (let count = 0; count < 12; count++)
    await ask({ cardNumber: person.cardNumber, phone: `09${10_000_000 + count}` })
  const { challengeId } = await ask({ cardNumber: person.cardNumber, phone: person.phone! })
  expect(await deliver(ctx, challengeId)).toHaveLength(1)
})

test('an address is stopped, however many cards it tries at once', async () => {
  const tries = Array.from({ length: 40 }, (_, count) =>
    ask({ cardNumber: `44.0000${10 + count}`, address: '203.0.113.7' }).then(
      () => 'answered',
      (error) => error.code,
    ),
  )
  const outcomes = await Promise.all(tries)
  expect(outcomes.filter((outcome) => outcome === 'answered')).toHaveLength(30)
  expect(outcomes.filter((outcome) => outcome === 'accounts.too-many-codes')).toHaveLength(10)
})

test('the province’s daily cap counts messages that leave, and is told to everybody alike (H23)', async () => {
  const { accounts } = testConfiguration('thu')
  const small = await createTestTenant({ accounts: { ...accounts, codes: { ...accounts.codes, perTenantPerDay: 2 } } })
  const anonymous = small.actingAs({ kind: 'anonymous' })
  const from = (asked: { cardNumber: string; phone: string | null }) =>
    requestCode(anonymous, {
      purpose: 'registration',
      cardNumber: asked.cardNumber,
      phone: asked.phone!,
      address: asked.cardNumber,
    })
  const stranger = (count: number) => ({ cardNumber: `55.00000${count}`, phone: '0911222333' })
  for (let count = 0; count < 5; count++) await from(stranger(count))
  await from(await small.make.member())
  await from(await small.make.member())
  await expect(from(await small.make.member())).rejects.toMatchObject({ kind: 'too-many' })
  await expect(from(stranger(6))).rejects.toMatchObject({ kind: 'too-many' })
})

test('the first refusal of a day at the cap raises an alarm, once, told to who manages accounts (H23)', async () => {
  const { accounts } = testConfiguration('thu')
  const small = await createTestTenant({ accounts: { ...accounts, codes: { ...accounts.codes, perTenantPerDay: 1 } } })
  const from = async () => {
    const { cardNumber, phone } = await small.make.member()
    const asked = { purpose: 'registration' as const, cardNumber, phone: phone!, address: cardNumber }
    return requestCode(small.actingAs({ kind: 'anonymous' }), asked)
  }
  const admin = await small.as('tenant_admin', small.units.root)
  const alarms = async () =>
    (await small.ctx.db.select().from(auditEntry)).filter(({ action }) => action === 'accounts.code-cap-reached').length
  await from()
  expect([await alarms(), await readAgenda(admin)]).toEqual([0, []])
  await Promise.allSettled([from(), from(), from()])
  expect(await alarms()).toBe(1)
  expect(await readAgenda(admin)).toMatchObject([{ label: 'accounts:agenda.codeCap' }])
  expect(await readAgenda(await small.as('cell_secretary'))).toEqual([])
  small.clock.advance(25 * 60)
  expect(await readAgenda(admin)).toEqual([])
  await from()
  await Promise.allSettled([from()])
  expect(await alarms()).toBe(2)
})

test('where accounts are issued nobody registers', async () => {
  const { accounts } = testConfiguration('thu')
  const issued = await createTestTenant({ accounts: { ...accounts, registration: 'issued' } })
  const person = await issued.make.member()
  const asked = { cardNumber: person.cardNumber, phone: person.phone!, address: 'here' }
  const anonymous = issued.actingAs({ kind: 'anonymous' })
  await expect(requestCode(anonymous, { purpose: 'registration', ...asked })).rejects.toMatchObject({
    kind: 'not-found',
  })
  await makeAccount(issued.ctx, { memberId: person.id, password: { hash: await hashPassword('mot cau de nho') } })
  const { challengeId } = await requestCode(anonymous, { purpose: 'password-reset', ...asked })
  expect(await deliver(anonymous, challengeId)).toHaveLength(1)
})
