import type { Unit } from '@sotay/domain/organisation'
import type { MemberActor, TenantContext } from '@sotay/kernel'
import { auditEntry } from '@sotay/kernel/schema'
import { type RoleKey, roleKeys } from '@sotay/tenant-config'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { and, desc, eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { approveFileRequest } from './approve-file-request'
import { asMember, makeDossier, makeFileRequest, typedOver } from './factory'
import { listFileChanges } from './list-file-changes'
import { listFileRequests } from './list-file-requests'
import { printMemberForm } from './print-member-form'
import { readDossier } from './read-dossier'
import { readFileRequest } from './read-file-request'
import { reviseDossier } from './revise-dossier'
import { verifyDossier } from './verify-dossier'

let tenant: TestTenant
let beside: Unit
let sister: Unit
let sisterCell: Unit
beforeAll(async () => {
  tenant = await createTestTenant({ roster: { probationMonths: 12, exports: { rows: 10, perDay: 1000 } } })
  const { root, grassroots } = tenant.units
  beside = await tenant.make.unit({ parentId: grassroots.id, level: 'cell', kind: 'cell', name: 'Chi bộ bên' })
  sister = await tenant.make.unit({ parentId: root.id, level: 'grassroots', name: 'Đảng bộ khác' })
  sisterCell = await tenant.make.unit({ parentId: sister.id, level: 'cell', kind: 'cell', name: 'Chi bộ nơi khác' })
})

type Acting = TenantContext & { actor: MemberActor }
type Act = (ctx: Acting, memberId: string, requestId: string) => Promise<unknown>

const acts: Record<string, { permission: string; act: Act }> = {
  read: { permission: 'dossiers.read', act: (ctx, memberId) => readDossier(ctx, { memberId }) },
  history: { permission: 'dossiers.read', act: (ctx, memberId) => listFileChanges(ctx, { memberId }) },
  print: { permission: 'dossiers.read', act: (ctx, memberId) => printMemberForm(ctx, { memberId, format: 'docx' }) },
  reveal: {
    permission: 'dossiers.readSensitive',
    act: (ctx, memberId) => readDossier(ctx, { memberId, reveal: true }),
  },
  revise: {
    permission: 'dossiers.keep',
    act: async (ctx, memberId) =>
      reviseDossier(ctx, { memberId, ...(await typedOver(ctx, memberId, { cardIssuer: `Do ${ctx.actor.name}` })) }),
  },
  readRequest: { permission: 'dossiers.decide', act: (ctx, _, requestId) => readFileRequest(ctx, { requestId }) },
  verify: {
    permission: 'dossiers.decide',
    act: async (ctx, memberId) => {
      const { revision } = await readDossier(tenant.ctx, { memberId })
      await verifyDossier(ctx, { memberId, revision })
    },
  },
  approve: {
    permission: 'dossiers.decide',
    act: (ctx, _, requestId) => approveFileRequest(ctx, { requestId, revision: 1 }),
  },
}

async function subjectAt(unit: Unit) {
  const person = await tenant.make.member({ unitId: unit.id })
  await makeDossier(tenant.ctx, person.id, { birthPlace: 'Nơi sinh', health: 'Kín' })
  await makeFileRequest(tenant.ctx, person.id, { homeTown: 'Quê', health: 'Khác' })
  const { requests } = await listFileRequests(tenant.ctx, { reach: 'all', search: person.cardNumber })
  return { memberId: person.id, requestId: requests[0]!.requestId }
}

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: { kind?: string }) => error.kind ?? String(error),
  )

describe.each(roleKeys)('%s', (role: RoleKey) => {
  test('does at each level what the manifest grants, and nothing beside it', async () => {
    const holders = await Promise.all(
      [tenant.units.root, tenant.units.grassroots, tenant.units.cell].map(async (unit) => ({
        unit,
        ctx: await tenant.as(role, unit),
      })),
    )
    const places = [
      { unit: tenant.units.cell, under: [tenant.units.root, tenant.units.grassroots, tenant.units.cell] },
      { unit: beside, under: [tenant.units.root, tenant.units.grassroots] },
      { unit: sisterCell, under: [tenant.units.root] },
    ]
    for (const { unit: held, ctx } of holders) {
      for (const { unit, under } of places) {
        const { memberId, requestId } = await subjectAt(unit)
        for (const [name, { permission, act }] of Object.entries(acts)) {
          const audience = tenant.ctx.config.access.get(permission)
          const open = typeof audience === 'object' && audience.has(role) && under.includes(held)
          const found = await outcome(act(ctx, memberId, requestId))
          expect(`${name} of ${unit.name} by ${role} at ${held.name}: ${found}`).toBe(
            `${name} of ${unit.name} by ${role} at ${held.name}: ${open ? 'done' : 'not-found'}`,
          )
        }
      }
    }
  }, 120_000)
})

test('a stranger is asked to sign in; a member reads nobody else’s file', async () => {
  const { memberId } = await subjectAt(tenant.units.cell)
  const stranger = tenant.actingAs({ kind: 'anonymous' })
  await expect(readDossier(stranger, { memberId })).rejects.toMatchObject({ kind: 'unauthenticated' })
  const comrade = await asMember(tenant.ctx, (await tenant.make.member()).id)
  await expect(readDossier(comrade, { memberId })).rejects.toMatchObject({ kind: 'not-found' })
  await expect(listFileChanges(comrade, { memberId })).rejects.toMatchObject({ kind: 'not-found' })
  await expect(printMemberForm(comrade, { memberId, format: 'pdf' })).rejects.toMatchObject({ kind: 'not-found' })
})

test('a reading of sensitive fields by another is recorded, by field and without values; one’s own is not', async () => {
  const { memberId } = await subjectAt(tenant.units.cell)
  const reads = () =>
    tenant.ctx.db
      .select()
      .from(auditEntry)
      .where(and(eq(auditEntry.action, 'dossiers.sensitive-read'), eq(auditEntry.subjectId, memberId)))
      .orderBy(desc(auditEntry.sequence))
  const secretary = await tenant.as('cell_secretary')
  await readDossier(secretary, { memberId })
  expect(await reads()).toEqual([])
  await readDossier(secretary, { memberId, reveal: true })
  expect(await reads()).toMatchObject([{ actorId: secretary.actor.accountId, details: { fields: ['health'] } }])
  await readDossier(secretary, { memberId, reveal: true, section: 'own' })
  expect((await reads()).length).toBe(1)
  await printMemberForm(secretary, { memberId, format: 'docx' })
  expect((await reads()).length).toBe(2)
  const self = await asMember(tenant.ctx, memberId)
  await printMemberForm(self, { format: 'docx' })
  await listFileChanges(self, { memberId })
  expect((await reads()).length).toBe(2)
})

test('who left the roster: the file can be read, and neither revised nor verified', async () => {
  const { memberId } = await subjectAt(tenant.units.cell)
  const { member } = await import('../members')
  await tenant.ctx.db.update(member).set({ leftOn: '2024-01-02', leaving: 'resigned' }).where(eq(member.id, memberId))
  const secretary = await tenant.as('cell_secretary')
  const { may, revision } = await readDossier(secretary, { memberId })
  expect(may).toMatchObject({ keep: false, verify: false })
  const typed = await typedOver(tenant.ctx, memberId, { cardIssuer: 'Ai đó' })
  await expect(reviseDossier(secretary, { memberId, ...typed })).rejects.toMatchObject({ code: 'members.has-left' })
  await expect(verifyDossier(secretary, { memberId, revision })).rejects.toMatchObject({ code: 'members.has-left' })
})
