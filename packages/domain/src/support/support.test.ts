import { Conflict, Invalid, may, NotFound, type TenantContext, transaction } from '@sotay/kernel'
import { auditEntry } from '@sotay/kernel/schema'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { desc } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { addMember } from '../members'
import { endVisit } from './end-visit'
import { enterVisit } from './enter-visit'
import { makeVisit } from './factory'
import { grantWriting, withdrawWriting } from './grant-writing'
import { listVisits } from './list-visits'
import { loadVisitor } from './load-visitor'
import { openVisit } from './open-visit'
import { hashOf } from './secret-token'

let here: TestTenant
let there: TestTenant
beforeAll(async () => {
  ;[here, there] = await Promise.all([createTestTenant(), createTestTenant()])
})

const asked = {
  operatorName: 'Người Trực Ban',
  reason: 'Xem lỗi danh sách theo phiếu',
  ticket: 'P-7',
  minutes: 30,
  role: 'tenant_admin' as const,
}
const stranger = (tenant: TestTenant): TenantContext => tenant.actingAs({ kind: 'anonymous' })
const hashIn = (cookie: string) => hashOf(cookie.split('=')[1]!)

test('a visit wants a reason, a ticket, a bounded time and an administrative role', async () => {
  const wrong = { ...asked, reason: 'xem', ticket: '', minutes: 61 }
  await expect(openVisit(here.ctx, wrong, 60)).rejects.toMatchObject({
    fields: { reason: ['support.reason-needed'], ticket: ['support.ticket-needed'] },
  })
  await expect(openVisit(here.ctx, { ...asked, minutes: 61 }, 60)).rejects.toBeInstanceOf(Invalid)
  await expect(openVisit(here.ctx, { ...asked, role: 'member' }, 60)).rejects.toBeInstanceOf(Invalid)
  await expect(openVisit(await here.as('tenant_admin', here.units.root), asked, 60)).rejects.toBeInstanceOf(NotFound)
})

test('the code opens one province, once, within its minute, and is kept as a hash', async () => {
  const { code } = await openVisit(here.ctx, asked, 60)
  await expect(enterVisit(stranger(there), { code })).rejects.toBeInstanceOf(Invalid)
  const both = await Promise.allSettled([1, 2, 3].map(() => enterVisit(stranger(here), { code })))
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  const late = await openVisit(here.ctx, asked, 60)
  here.clock.advance(1)
  await expect(enterVisit(stranger(here), { code: late.code })).rejects.toBeInstanceOf(Invalid)
  const stored = await here.ctx.db.execute('select * from support_visit')
  expect(JSON.stringify(stored)).not.toContain(code)
})

test('a visit ends with its time, by the province, and the session opens no other province', async () => {
  const first = await makeVisit(here.ctx)
  expect(await loadVisitor(there.ctx, hashIn(first.cookie))).toBeUndefined()
  await endVisit(await here.as('tenant_admin', here.units.root), { visitId: first.visitId })
  expect(await loadVisitor(here.ctx, hashIn(first.cookie))).toBeUndefined()
  const second = await makeVisit(here.ctx)
  here.clock.advance(30)
  expect(await loadVisitor(here.ctx, hashIn(second.cookie))).toBeUndefined()
  const { visits } = await listVisits(await here.as('tenant_admin', here.units.root))
  expect(visits.slice(0, 2).map(({ state }) => state)).toEqual(['over', 'ended'])
})

describe('a visitor', () => {
  test('holds what the role holds, and never what is closed to visitors', async () => {
    const { actor } = await makeVisit(here.ctx)
    const visitor = here.actingAs(actor)
    expect(may(visitor, 'members.read')).toBe(true)
    const { closedToVisitors } = here.ctx.config
    expect(closedToVisitors.size).toBeGreaterThan(10)
    for (const permission of closedToVisitors) expect(may(visitor, permission), permission).toBe(false)
    await expect(listVisits(visitor)).rejects.toBeInstanceOf(NotFound)
    await expect(grantWriting(visitor, { hours: '1' })).rejects.toBeInstanceOf(NotFound)
    const editor = here.actingAs({ ...actor, role: 'editor' })
    expect(may(editor, 'members.read')).toBe(false)
    expect(may(editor, 'news.write')).toBe(true)
  })

  test('writes nothing until the province lets them, and nothing once it takes that back', async () => {
    const admin = await here.as('tenant_admin', here.units.root)
    const { cookie, actor } = await makeVisit(here.ctx)
    const line = { unitId: here.units.cell.id, fullName: 'Trần Văn Mới', status: 'full' as const }
    const write = (given: TenantContext, card: string) => addMember(given, { ...line, cardNumber: card })
    await expect(write(here.actingAs(actor), '45.700001')).rejects.toBeInstanceOf(Conflict)
    await grantWriting(admin, { hours: '1' })
    const let_ = (await loadVisitor(here.ctx, hashIn(cookie)))!
    expect(let_.mayWrite).toBe(true)
    const added = await write(here.actingAs(let_), '45.700002')
    const [row] = await here.ctx.db.select().from(auditEntry).orderBy(desc(auditEntry.sequence)).limit(1)
    expect(row).toMatchObject({
      actorKind: 'visitor',
      actorId: actor.operatorId,
      subjectId: added.id,
      details: { visit: actor.visitId, ticket: 'P-1', role: 'tenant_admin' },
    })
    await withdrawWriting(admin)
    const after = (await loadVisitor(here.ctx, hashIn(cookie)))!
    await expect(write(here.actingAs(after), '45.700003')).rejects.toBeInstanceOf(Conflict)
  })

  test('whose connection only reads cannot write past the verbs either', async () => {
    const { actor } = await makeVisit(here.ctx)
    const { directory } = here.operations
    const reading = await directory.context(here.record, { actor, readOnly: true })
    await expect(reading.db.execute(`update unit set name = 'x'`)).rejects.toMatchObject({ cause: { code: '25006' } })
    await expect(
      transaction({ ...reading, actor: here.ctx.actor }, (tx) => tx.db.execute('delete from outbox')),
    ).rejects.toThrow()
    await expect(reading.db.execute('select 1')).resolves.toBeDefined()
  })
})
