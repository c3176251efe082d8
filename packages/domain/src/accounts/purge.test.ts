import { createTestTenant } from '@sotay/testing'
import { expect, test } from 'vitest'
import { createSession } from './create-session'
import { makeAccount } from './factory'
import { purge } from './purge'
import { requestCode } from './request-code'
import { oneTimeCode, rateLimit, session } from './schema'

test('the nightly purge forgets what is over, and only that', async () => {
  const tenant = await createTestTenant()
  const job = tenant.actingAs({ kind: 'job', job: purge.name })
  const anonymous = tenant.actingAs({ kind: 'anonymous' })
  const person = await tenant.make.member()
  const { accountId } = await makeAccount(tenant.ctx, { memberId: person.id, password: { hash: 'never compared' } })
  const leaveTraces = async (mark: string) => {
    await createSession(anonymous, { sessionHash: mark.repeat(64), accountId, device: mark })
    const asked = { cardNumber: `66.00000${mark.charCodeAt(0) % 10}`, phone: '0911222333', address: mark }
    await requestCode(anonymous, { purpose: 'registration', ...asked })
  }
  const left = async () => {
    const [codes, counts, sessions] = await Promise.all([
      tenant.ctx.db.select().from(oneTimeCode),
      tenant.ctx.db.select().from(rateLimit),
      tenant.ctx.db.select().from(session),
    ])
    return { codes: codes.length, counts: counts.length, sessions: sessions.map((row) => row.device) }
  }
  await leaveTraces('a')
  const once = await left()
  tenant.clock.advance(25 * 60)
  await leaveTraces('b')
  await purge.handler(job, {}, { sendText: async () => {} })
  expect(await left()).toEqual({ ...once, sessions: ['b'] })
})
