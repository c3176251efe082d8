import type { TenantContext } from '@sotay/kernel'
import { auditEntry } from '@sotay/kernel/schema'
import type { RoleKey } from '@sotay/tenant-config'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { desc, eq } from 'drizzle-orm'
import { generateSecret } from 'otplib'
import { beforeAll, describe, expect, test } from 'vitest'
import { member } from '../members'
import type { Unit } from '../organisation'
import { createSession } from './create-session'
import { type GivenAccount, makeAccount } from './factory'
import { listAccounts } from './list-accounts'
import { loadActor } from './load-actor'
import { readAccount } from './read-account'
import { readOwnAccount } from './read-own-account'
import { registerAccount } from './register-account'
import { endAccountSessions, resetSecondFactor } from './reset-second-factor'
import { liftRestriction, restrictAccount } from './restrict-account'
import { readmitAccount, revokeAccount } from './revoke-account'
import { account, roleGrant, session, signInEvent } from './schema'
import { restoreAccount, suspendAccount } from './suspend-account'
import { noticesIn, proofFor } from './testing'

let tenant: TestTenant
let sister: Unit
beforeAll(async () => {
  tenant = await createTestTenant()
  sister = await tenant.make.unit({ parentId: tenant.units.root.id, level: 'grassroots', name: 'Đảng bộ khác' })
})

const reason = 'Bàn giao công tác'
const gone = { kind: 'not-found' }
let mark = 0

async function person(given: Partial<GivenAccount> = {}) {
  const someone = await tenant.make.member()
  const made = await makeAccount(tenant.ctx, { memberId: someone.id, password: { hash: 'never compared' }, ...given })
  return { ...someone, ...made }
}

/** Signs somebody in, and asks who they are at each request. */
async function signedIn(accountId: string) {
  const sessionHash = String(++mark).padStart(64, '0')
  await createSession(tenant.actingAs({ kind: 'anonymous' }), { sessionHash, accountId, device: 'thử' })
  return async () => (await loadActor(tenant.ctx, sessionHash))?.actor
}

const stateOf = async (accountId: string) =>
  (await tenant.ctx.db.select().from(account).where(eq(account.id, accountId)))[0]!
const manager = () => tenant.as('tenant_admin', tenant.units.root)
const lastAct = async () =>
  (await tenant.ctx.db.select().from(auditEntry).orderBy(desc(auditEntry.sequence)).limit(1))[0]!

describe('who may do what, at which level', () => {
  type Act = [name: string, prepare: Partial<GivenAccount>, act: (ctx: TenantContext, id: string) => Promise<unknown>]
  const acts: Act[] = [
    ['read', {}, (ctx, accountId) => readAccount(ctx, { accountId })],
    ['suspend', {}, (ctx, accountId) => suspendAccount(ctx, { accountId, reason })],
    ['end', {}, (ctx, accountId) => endAccountSessions(ctx, { accountId, reason })],
    ['restrict', {}, (ctx, accountId) => restrictAccount(ctx, { accountId, reason, until: '2024-02-01' })],
    ['revoke', {}, (ctx, accountId) => revokeAccount(ctx, { accountId, reason })],
    ['readmit', { status: 'revoked' }, (ctx, accountId) => readmitAccount(ctx, { accountId, reason })],
    ['reset', { totp: generateSecret() }, (ctx, accountId) => resetSecondFactor(ctx, { accountId, reason })],
  ]
  const own = ['read', 'suspend', 'end']
  const all = acts.map(([name]) => name)
  const table: [RoleKey, 'root' | 'grassroots' | 'cell' | 'sister', string[]][] = [
    ['member', 'cell', []],
    ['cell_secretary', 'cell', []],
    ['committee_secretary', 'grassroots', own],
    ['committee_secretary', 'sister', []],
    ['committee_secretary', 'root', []],
    ['unit_admin', 'grassroots', own],
    ['organisation_dept', 'root', all],
    ['tenant_admin', 'root', all],
    ['tenant_admin', 'sister', []],
    ['editor', 'root', []],
  ]
  test.each(table)('%s at %s', async (role, at, allowed) => {
    const actor = await tenant.as(role, at === 'sister' ? sister : tenant.units[at])
    for (const [name, prepare, act] of acts) {
      const { accountId } = await person(prepare)
      const done = await act(actor, accountId).then(
        () => true,
        (error) => {
          expect(error).toMatchObject(gone)
          return false
        },
      )
      expect(`${name} ${done}`).toBe(`${name} ${allowed.includes(name)}`)
    }
  })
})

test('a restriction withholds every office from the next request on, and a member’s own rights stay', async () => {
  const { accountId, id } = await person({ roles: [{ role: 'cell_secretary', unitId: tenant.units.cell.id }] })
  const before = await signedIn(accountId)
  expect((await before())?.grants.map(({ role }) => role)).toEqual(['member', 'cell_secretary'])
  await restrictAccount(await manager(), { accountId, reason, until: '2024-01-12' })
  expect(await before()).toBeUndefined()
  const during = await signedIn(accountId)
  const actor = (await during())!
  expect(actor.grants.map(({ role }) => role)).toEqual(['member'])
  const seen = await readOwnAccount(tenant.actingAs(actor))
  expect(seen).toMatchObject({ restriction: { until: '2024-01-12', reason }, roles: [{ role: 'cell_secretary' }] })
  await restrictAccount(await manager(), { accountId, reason, until: '2024-01-11' })
  expect((await lastAct()).action).toBe('accounts.restriction-changed')
  await liftRestriction(await manager(), { accountId, reason })
  const after = await signedIn(accountId)
  expect((await after())?.grants.map(({ role }) => role)).toEqual(['member', 'cell_secretary'])
  await expect(liftRestriction(await manager(), { accountId, reason })).rejects.toMatchObject({
    code: 'accounts.not-restricted',
  })
  expect(id).toBe(actor.memberId)
})

test('a restriction ends by itself after its last day', async () => {
  const own = await createTestTenant()
  const someone = await own.make.member()
  const roles = [{ role: 'cell_secretary' as const, unitId: own.units.cell.id }]
  const given = { memberId: someone.id, password: { hash: 'never compared' }, roles }
  const { accountId } = await makeAccount(own.ctx, given)
  const admin = await own.as('tenant_admin', own.units.root)
  await expect(restrictAccount(admin, { accountId, reason, until: '2024-01-10' })).rejects.toMatchObject({
    fields: { until: ['accounts.day-passed'] },
  })
  await restrictAccount(admin, { accountId, reason, until: '2024-01-12' })
  const roleNames = async (hash: string) => {
    const sessionHash = hash.repeat(64)
    await createSession(own.actingAs({ kind: 'anonymous' }), { sessionHash, accountId, device: 'thử' })
    return (await loadActor(own.ctx, sessionHash))?.actor.grants.map(({ role }) => role)
  }
  own.clock.set(new Date('2024-01-12T16:00:00Z'))
  expect(await roleNames('a')).toEqual(['member'])
  own.clock.set(new Date('2024-01-12T17:30:00Z'))
  expect(await roleNames('b')).toEqual(['member', 'cell_secretary'])
})

test('nobody acts on the own account', async () => {
  const admin = await manager()
  const { accountId } = await makeAccount(tenant.ctx, {
    memberId: admin.actor.memberId,
    password: { hash: 'never compared' },
    totp: generateSecret(),
  })
  for (const act of [suspendAccount, revokeAccount, resetSecondFactor, endAccountSessions]) {
    await expect(act(admin, { accountId, reason })).rejects.toMatchObject({ code: 'accounts.own-account' })
  }
})

test('a committee does not bar the officer of one above it', async () => {
  const { accountId } = await person({ roles: [{ role: 'tenant_admin', unitId: tenant.units.root.id }] })
  const secretary = await tenant.as('committee_secretary', tenant.units.grassroots)
  await expect(suspendAccount(secretary, { accountId, reason })).rejects.toMatchObject({
    code: 'accounts.higher-office',
  })
  await suspendAccount(await manager(), { accountId, reason })
})

test('what was suspended from above is not restored from below; one’s own suspension is', async () => {
  const secretary = await tenant.as('committee_secretary', tenant.units.grassroots)
  const admin = await manager()
  await makeAccount(tenant.ctx, {
    memberId: admin.actor.memberId,
    password: { hash: 'never compared' },
    roles: [{ role: 'tenant_admin', unitId: tenant.units.root.id }],
  })
  const [above, own] = [await person(), await person()]
  await suspendAccount(admin, { accountId: above.accountId, reason })
  await expect(restoreAccount(secretary, { accountId: above.accountId, reason })).rejects.toMatchObject({
    code: 'accounts.suspended-above',
  })
  await suspendAccount(secretary, { accountId: own.accountId, reason })
  await restoreAccount(secretary, { accountId: own.accountId, reason })
  expect(await stateOf(own.accountId)).toMatchObject({ status: 'active', decidedBy: secretary.actor.memberId })
})

test('a revocation ends roles and sessions, and registering anew takes a readmission', async () => {
  const revoked = await person({ roles: [{ role: 'cell_deputy', unitId: tenant.units.cell.id }] })
  const who = await signedIn(revoked.accountId)
  const admin = await manager()
  await revokeAccount(admin, { accountId: revoked.accountId, reason })
  expect(await who()).toBeUndefined()
  expect(await tenant.ctx.db.select().from(session).where(eq(session.accountId, revoked.accountId))).toEqual([])
  const [grant] = await tenant.ctx.db.select().from(roleGrant).where(eq(roleGrant.memberId, revoked.id))
  expect(grant).toMatchObject({ validUntil: '2024-01-10', endedBy: admin.actor.memberId })
  for (const act of [restoreAccount, revokeAccount, suspendAccount]) {
    await expect(act(admin, { accountId: revoked.accountId, reason })).rejects.toMatchObject({ kind: 'conflict' })
  }
  const anonymous = tenant.actingAs({ kind: 'anonymous' })
  await expect(proofFor(anonymous, 'registration', revoked)).rejects.toMatchObject({ kind: 'invalid' })
  await readmitAccount(admin, { accountId: revoked.accountId, reason })
  const proof = await proofFor(anonymous, 'registration', revoked)
  const again = await registerAccount(anonymous, { ...proof, password: 'con đường ra biển' })
  expect(again.accountId).toBe(revoked.accountId)
  expect((await stateOf(revoked.accountId)).status).toBe('awaiting_approval')
})

test('a second factor is reset by an officer, and its owner told at the number on file', async () => {
  const { accountId, id, phone } = await person({ totp: generateSecret() })
  await resetSecondFactor(await manager(), { accountId, reason })
  expect((await stateOf(accountId)).totpSecret).toBeNull()
  const sent = await noticesIn(tenant.ctx, id)
  expect(sent).toMatchObject([{ to: phone, text: expect.stringContaining('Xác thực hai lớp') }])
  await expect(resetSecondFactor(await manager(), { accountId, reason })).rejects.toMatchObject({
    code: 'accounts.no-second-factor',
  })
})

test('each act names account and actor in the audit, and no words of the reason', async () => {
  const { accountId } = await person()
  const admin = await manager()
  await suspendAccount(admin, { accountId, reason })
  const entry = await lastAct()
  expect(entry).toMatchObject({ action: 'accounts.suspended', subjectId: accountId, actorId: admin.actor.accountId })
  expect(JSON.stringify(entry.details)).not.toContain('Bàn giao')
})

test('two officers at once suspend once', async () => {
  const { accountId } = await person()
  const officers = [await manager(), await tenant.as('committee_secretary', tenant.units.grassroots)]
  const outcomes = await Promise.allSettled(officers.map((ctx) => suspendAccount(ctx, { accountId, reason })))
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
})

describe('the list', () => {
  let own: TestTenant
  beforeAll(async () => {
    own = await createTestTenant()
    const cell = { unitId: own.units.cell.id }
    const add = async (fullName: string, given: Partial<GivenAccount>) => {
      const { id } = await own.make.member({ fullName })
      return makeAccount(own.ctx, { memberId: id, password: { hash: 'never compared' }, ...given })
    }
    await add('Đặng Thị Bưởi', {})
    await add('Lê Văn Ổi', { status: 'suspended' })
    const { accountId } = await add('Phạm Thị Cam', { roles: [{ role: 'cell_secretary', ...cell }] })
    await restrictAccount(own.ctx, { accountId, reason, until: '2024-03-01' })
    const issued = await add('Võ Thị Chanh', {})
    const passwordExpiresAt = new Date('2024-03-01T00:00:00Z')
    await own.ctx.db.update(account).set({ passwordExpiresAt }).where(eq(account.id, issued.accountId))
    const left = await own.make.member({ fullName: 'Đã Đi Xa' })
    await makeAccount(own.ctx, { memberId: left.id, password: { hash: 'never compared' } })
    await own.ctx.db.update(member).set({ leftOn: '2024-01-01' }).where(eq(member.id, left.id))
  })
  const names = async (ctx: TenantContext, input: Parameters<typeof listAccounts>[1]) =>
    (await listAccounts(ctx, input)).accounts.map(({ name }) => name)

  test('tells states apart, in the order of given names, without people who left', async () => {
    const admin = await own.as('tenant_admin', own.units.root)
    expect(await names(admin, {})).toEqual(['Đặng Thị Bưởi', 'Phạm Thị Cam', 'Võ Thị Chanh', 'Lê Văn Ổi'])
    expect(await names(admin, { state: 'active' })).toEqual(['Đặng Thị Bưởi'])
    expect(await names(admin, { state: 'restricted' })).toEqual(['Phạm Thị Cam'])
    expect(await names(admin, { state: 'issued' })).toEqual(['Võ Thị Chanh'])
    expect(await names(admin, { state: 'suspended' })).toEqual(['Lê Văn Ổi'])
    expect(await names(admin, { role: 'cell_secretary' })).toEqual(['Phạm Thị Cam'])
    expect(await names(admin, { search: 'thi cam' })).toEqual(['Phạm Thị Cam'])
    expect(await names(admin, { unit: 'không có đơn vị này' })).toEqual([])
    expect(await names(admin, { unit: own.units.grassroots.name })).toHaveLength(4)
  })

  test('is read page by page', async () => {
    const admin = await own.as('tenant_admin', own.units.root)
    const first = await listAccounts(admin, { size: 3 })
    expect(first).toMatchObject({ total: 4, next: expect.any(String) })
    expect(await names(admin, { size: 3, after: first.next })).toEqual(['Lê Văn Ổi'])
  })

  test('tells the day of the last sign-in to who manages accounts, and to nobody else', async () => {
    const admin = await own.as('tenant_admin', own.units.root)
    const { accountId } = (await listAccounts(admin, { search: 'Bưởi' })).accounts[0]!
    const at = new Date('2024-01-09T18:00:00Z')
    await own.ctx.db
      .insert(signInEvent)
      .values({ id: crypto.randomUUID(), accountId, at, outcome: 'signed-in', device: '' })
    const [seen] = (await listAccounts(admin, { search: 'Bưởi' })).accounts
    expect(seen!.lastSignIn).toBe('2024-01-10')
    const secretary = await own.as('committee_secretary', own.units.grassroots)
    const [hidden] = (await listAccounts(secretary, { search: 'Bưởi' })).accounts
    expect(hidden!.lastSignIn).toBeNull()
  })
})
