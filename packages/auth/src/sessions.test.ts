import { createHash } from 'node:crypto'
import { changePassword, endAllSessions, endDevice, listSessions, suspendAccount } from '@sotay/domain/accounts'
import { type GivenAccount, hashPassword, makeAccount } from '@sotay/domain/accounts/factory'
import { endGrants, grantRole } from '@sotay/domain/authority'
import { auditEntry } from '@sotay/kernel/schema'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { clearCookie, endSession, readSession, startSession } from './sessions'

let tenant: TestTenant
let ctx: TestTenant['ctx']
let hash: string
const password = 'con đường ra biển'

beforeAll(async () => {
  tenant = await createTestTenant()
  ctx = tenant.actingAs({ kind: 'anonymous' })
  hash = await hashPassword(password)
})

async function arrive(given: Partial<GivenAccount> = {}, device = 'Điện thoại') {
  const person = await tenant.make.member()
  const { accountId } = await makeAccount(tenant.ctx, { memberId: person.id, password: { hash }, ...given })
  return { person, accountId, cookie: await come(accountId, device) }
}

/** The `Cookie` header a browser sends after `Set-Cookie`. */
const come = async (accountId: string, device = 'Điện thoại') =>
  (await startSession(ctx, accountId, device)).cookie.split(';')[0]!

/** The context of whoever holds the cookie. */
async function as(cookie: string) {
  const open = await readSession(ctx, cookie)
  return tenant.actingAs(open!.actor)
}

test('a cookie is bound to the host, and names the person and what they may do today', async () => {
  const { grassroots, cell, root } = tenant.units
  const ended = { role: 'editor', unitId: root.id, validFrom: '2020-01-01', validUntil: '2024-01-10' } as const
  const coming = { role: 'contributor', unitId: root.id, validFrom: '2024-01-12' } as const
  const held = { role: 'committee_secretary', unitId: grassroots.id } as const
  const { person, accountId, cookie } = await arrive({ roles: [held, ended, coming] })
  const set = (await startSession(ctx, accountId, 'x')).cookie
  expect(set).toMatch(/^__Host-sid=[a-z2-7]{40};/)
  for (const attribute of ['HttpOnly', 'Secure', 'Path=/', 'SameSite=Lax']) expect(set).toContain(attribute)
  expect(set).not.toContain('Domain')
  expect(clearCookie()).toContain('Max-Age=0')
  expect(await readSession(ctx, `theme=dark; ${cookie}`)).toEqual({
    actor: {
      kind: 'member',
      accountId,
      memberId: person.id,
      sessionId: createHash('sha256').update(cookie.split('=')[1]!).digest('hex'),
      name: person.fullName,
      unitId: cell.id,
      unitName: cell.name,
      path: cell.path,
      grants: [
        { role: 'member', unitId: cell.id, path: cell.path },
        {
          role: 'committee_secretary',
          unitId: grassroots.id,
          unitName: grassroots.name,
          path: grassroots.path,
          seat: false,
        },
      ],
      delegations: [],
    },
  })
})

test('a role that agencies alone hold reaches what their committee reaches; one that committees hold too does not', async () => {
  const { root } = tenant.units
  const agency = await tenant.make.unit({ parentId: root.id, level: 'organisation-2', kind: 'agency' })
  const roles = [
    { role: 'organisation_dept', unitId: agency.id },
    { role: 'unit_admin', unitId: agency.id },
  ] as const
  const { cookie } = await arrive({ roles: [...roles] })
  const { actor } = (await readSession(ctx, cookie))!
  const paths = Object.fromEntries(actor.grants.map((grant) => [grant.role, grant.path]))
  expect(paths).toMatchObject({ organisation_dept: root.path, unit_admin: agency.path })
})

test('reading a session is one query, and none for what cannot be a cookie of ours', async () => {
  const { cookie } = await arrive()
  expect(await statements(() => readSession(ctx, cookie))).toHaveLength(1)
  for (const header of [undefined, '', 'sid=1', '__Host-sid=', `__Host-sid=${"'".repeat(40)}`]) {
    expect(await statements(async () => expect(await readSession(ctx, header)).toBeNull())).toEqual([])
  }
})

test('the database holds no token, only its hash', async () => {
  const { cookie } = await arrive()
  const token = cookie.split('=')[1]!
  const rows = await ctx.db.execute(sql`select id from session`)
  expect(JSON.stringify(rows)).not.toContain(token)
  expect(await readSession(ctx, `__Host-sid=${createHash('sha256').update(token).digest('hex')}`)).toBeNull()
})

test('a session of another province is nobody here', async () => {
  const { cookie } = await arrive()
  const other = await createTestTenant()
  expect(await readSession(other.actingAs({ kind: 'anonymous' }), cookie)).toBeNull()
  expect(await readSession(ctx, cookie)).not.toBeNull()
})

test('a session slides with use in its second half, and ends where it must', async () => {
  const { cookie } = await arrive()
  tenant.clock.advance(5 * 60)
  expect((await readSession(ctx, cookie))?.refreshedCookie).toBeUndefined()
  tenant.clock.advance(2 * 60)
  expect((await readSession(ctx, cookie))?.refreshedCookie).toContain(cookie)
  expect((await readSession(ctx, cookie))?.refreshedCookie).toBeUndefined()
  let hours = 7
  while (await readSession(ctx, cookie)) {
    tenant.clock.advance(60)
    hours += 1
    expect(hours).toBeLessThanOrEqual(168)
  }
  expect(hours).toBe(168)
})

test('near its absolute end a session costs no write', async () => {
  const { cookie } = await arrive()
  for (let hours = 0; hours < 160; hours += 8) {
    tenant.clock.advance(8 * 60)
    await readSession(ctx, cookie)
  }
  tenant.clock.advance(60)
  expect(await statements(() => readSession(ctx, cookie))).toHaveLength(1)
})

test('an unused session is over after its sliding hours', async () => {
  const { cookie } = await arrive()
  tenant.clock.advance(12 * 60)
  expect(await readSession(ctx, cookie)).toBeNull()
})

test('signing out ends this device; signing out everywhere ends them all', async () => {
  const { accountId, cookie } = await arrive()
  const [second, third] = [await come(accountId, 'Máy bàn'), await come(accountId, 'Máy tính bảng')]
  await endSession(ctx, cookie)
  expect(await readSession(ctx, cookie)).toBeNull()
  const me = await as(second)
  const devices = await listSessions(me)
  expect(devices.map((entry) => [entry.device, entry.current]).sort()).toEqual([
    ['Máy bàn', true],
    ['Máy tính bảng', false],
  ])
  const stranger = await as((await arrive()).cookie)
  const { sessionId } = devices.find((entry) => !entry.current)!
  await expect(endDevice(stranger, { sessionId })).rejects.toMatchObject({ kind: 'not-found' })
  await endDevice(me, { sessionId })
  expect(await readSession(ctx, third)).toBeNull()
  await endAllSessions(me)
  expect(await readSession(ctx, second)).toBeNull()
})

test('a suspended account is out at the next request', async () => {
  const { accountId, cookie } = await arrive()
  await suspendAccount(tenant.ctx, { accountId, reason: 'Bàn giao công tác' })
  expect(await readSession(ctx, cookie)).toBeNull()
  await expect(startSession(ctx, accountId, 'x')).rejects.toMatchObject({ kind: 'not-found' })
})

test('a change of role needs a new session, with the role in it', async () => {
  const { accountId, cookie, person } = await arrive()
  const { grantIds } = await grantRole(tenant.ctx, {
    memberIds: [person.id],
    role: 'unit_admin',
    unitId: tenant.units.grassroots.id,
  })
  expect(await readSession(ctx, cookie)).toBeNull()
  const next = await come(accountId)
  expect((await readSession(ctx, next))?.actor.grants.map((grant) => grant.role)).toEqual(['member', 'unit_admin'])
  await endGrants(tenant.ctx, { grantIds })
  expect(await readSession(ctx, next)).toBeNull()
  expect((await readSession(ctx, await come(accountId)))?.actor.grants).toHaveLength(1)
})

test('a new password keeps this device and ends the others', async () => {
  const { accountId, cookie } = await arrive()
  const other = await come(accountId)
  const me = await as(cookie)
  const newPassword = 'một câu hoàn toàn khác'
  await expect(changePassword(me, { password: 'không phải', newPassword })).rejects.toMatchObject({
    fields: { password: ['accounts.current-password-wrong'] },
  })
  await expect(changePassword(me, { password, newPassword: 'ngắn' })).rejects.toMatchObject({
    fields: { newPassword: ['accounts.password-short'] },
  })
  await changePassword(me, { password, newPassword })
  expect(await readSession(ctx, cookie)).not.toBeNull()
  expect(await readSession(ctx, other)).toBeNull()
  const entries = await ctx.db.select().from(auditEntry)
  expect(JSON.stringify(entries)).not.toContain(newPassword)
})

interface Debuggable {
  $client: { options: { debug?: (connection: number, statement: string) => void } }
}

async function statements(act: () => Promise<unknown>): Promise<string[]> {
  const { options } = (ctx.db as unknown as Debuggable).$client
  const sent: string[] = []
  options.debug = (_, statement) => void sent.push(statement)
  try {
    await act()
  } finally {
    options.debug = undefined
  }
  return sent
}
