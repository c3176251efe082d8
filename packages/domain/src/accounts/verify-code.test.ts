import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import { requestCode } from './request-code'
import { deliver } from './testing'
import { verifyCode } from './verify-code'

let tenant: TestTenant
let ctx: TestTenant['ctx']

beforeAll(async () => {
  tenant = await createTestTenant()
  ctx = tenant.actingAs({ kind: 'anonymous' })
})

const refused = { kind: 'invalid', fields: { code: ['accounts.code-refused'] } }

async function challenged(of = tenant) {
  const person = await of.make.member()
  const { cardNumber, phone } = person
  const asked = { cardNumber, phone: phone!, address: cardNumber, purpose: 'registration' as const }
  const { challengeId } = await requestCode(of.actingAs({ kind: 'anonymous' }), asked)
  const [message] = await deliver(of.ctx, challengeId)
  const code = message!.code!
  return { challengeId, code, wrong: code === '000000' ? '111111' : '000000' }
}

test('a right code gives a proof once', async () => {
  const { challengeId, code } = await challenged()
  await expect(verifyCode(ctx, { challengeId, code: ` ${code.slice(0, 3)} ${code.slice(3)}` })).resolves.toEqual({
    proof: expect.stringMatching(/^[\w-]{43}$/),
  })
  await expect(verifyCode(ctx, { challengeId, code })).rejects.toMatchObject(refused)
})

test('of fifty right codes at once exactly one passes (H21)', async () => {
  const { challengeId, code } = await challenged()
  const tries = Array.from({ length: 50 }, () => verifyCode(ctx, { challengeId, code }))
  const outcomes = await Promise.allSettled(tries)
  expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
  for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(refused)
})

test('five wrong tries burn a code; four do not (H20)', async () => {
  const spared = await challenged()
  for (let count = 0; count < 4; count++)
    await expect(verifyCode(ctx, { ...spared, code: spared.wrong })).rejects.toMatchObject(refused)
  await verifyCode(ctx, spared)
  const burnt = await challenged()
  const tries = Array.from({ length: 5 }, () => verifyCode(ctx, { ...burnt, code: burnt.wrong }))
  await Promise.allSettled(tries)
  await expect(verifyCode(ctx, burnt)).rejects.toMatchObject(refused)
})

test('a late code is refused, and a late message is not sent', async () => {
  const late = await challenged()
  tenant.clock.advance(5)
  await expect(verifyCode(ctx, late)).rejects.toMatchObject(refused)
  expect(await deliver(ctx, late.challengeId)).toEqual([])
})

test('a code of another challenge or another province is refused (H22)', async () => {
  const [one, two] = [await challenged(), await challenged()]
  const code = one.code === two.code ? two.wrong : one.code
  await expect(verifyCode(ctx, { challengeId: two.challengeId, code })).rejects.toMatchObject(refused)
  const other = await createTestTenant()
  await expect(verifyCode(other.actingAs({ kind: 'anonymous' }), one)).rejects.toMatchObject(refused)
  await verifyCode(ctx, one)
})
