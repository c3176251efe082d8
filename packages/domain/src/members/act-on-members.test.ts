import { NotFound } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeEach, expect, test } from 'vitest'
import {
  actOnMembers,
  exportMembers,
  forgetView,
  listRosterActions,
  listViews,
  readMemberLine,
  saveView,
  undoRosterAction,
} from '.'
import { exemptMember } from './exempt-member'

let tenant: TestTenant
let ids: string[]
beforeEach(async () => {
  tenant = await createTestTenant()
  ids = []
  for (const status of ['full', 'full', 'probationary', 'probationary'] as const) {
    const { id } = await tenant.make.member({ status, fullName: `Phạm Văn ${ids.length}`, admittedOn: '2022-01-01' })
    ids.push(id)
  }
})
const lineOf = (memberId: string) => readMemberLine(tenant.ctx, { memberId })

test('an act changes those in a state for it, counts the others, and is undone as a whole', async () => {
  const { ctx } = tenant
  const done = await actOnMembers(ctx, { act: 'confirm', on: '2023-01-01', memberIds: ids })
  expect(done).toMatchObject({ changed: 2, passedOver: 2 })
  expect(await lineOf(ids[2]!)).toMatchObject({ status: 'full', confirmedOn: '2023-01-01' })
  expect(await listRosterActions(ctx)).toMatchObject([{ id: done.actionId, kind: 'confirm', lines: 2, undoneAt: null }])
  expect(await undoRosterAction(ctx, { actionId: done.actionId })).toEqual({ lines: 2 })
  expect(await lineOf(ids[2]!)).toMatchObject({ status: 'probationary', confirmedOn: null, revision: 3 })
  await expect(undoRosterAction(ctx, { actionId: done.actionId })).rejects.toMatchObject({
    code: 'members.undone-already',
  })
})

test('undoing is refused whole when one line was changed since, and says whose', async () => {
  const { ctx } = tenant
  const { actionId } = await actOnMembers(ctx, { act: 'set-probation-end', on: '2024-06-01', memberIds: ids })
  await exemptMember(ctx, { memberId: ids[3]!, from: '2024-01-01' })
  await expect(undoRosterAction(ctx, { actionId })).rejects.toMatchObject({
    code: 'members.edited-since',
    params: { names: 'Phạm Văn 3', count: 1 },
  })
  expect((await lineOf(ids[2]!)).probationEndsOn).toBe('2024-06-01')
})

test('all that match are changed while they are as many as were shown', async () => {
  const { ctx } = tenant
  const all = (expected: number) =>
    actOnMembers(ctx, { act: 'exempt', from: '2024-01-01', all: { filter: { status: 'full' }, expected } })
  await expect(all(3)).rejects.toMatchObject({ code: 'members.count-changed', params: { now: 2, shown: 3 } })
  expect(await all(2)).toMatchObject({ changed: 2 })
  expect(await lineOf(ids[0]!)).toMatchObject({ exemptFrom: '2024-01-01', exemptUntil: null })
  await expect(all(2)).rejects.toMatchObject({ code: 'members.nobody-to-change' })
  const end = await actOnMembers(ctx, { act: 'end-exemption', on: '2024-03-31', memberIds: ids })
  expect(end).toMatchObject({ changed: 2, passedOver: 2 })
})

test('nobody outside the scope is among the chosen, and nobody undoes what another did', async () => {
  const { ctx, make, units } = tenant
  const elsewhere = await make.unit({ parentId: units.grassroots.id, level: 'cell', kind: 'cell' })
  const outsider = await make.member({ unitId: elsewhere.id })
  const secretary = await tenant.as('cell_secretary')
  const exempt = (memberIds: string[]) => actOnMembers(secretary, { act: 'exempt', from: '2024-01-01', memberIds })
  await expect(exempt([ids[0]!, outsider.id])).rejects.toThrow(NotFound)
  await expect(exempt([])).rejects.toMatchObject({ fields: { memberIds: ['members.nobody-chosen'] } })
  const { actionId } = await exempt([ids[0]!])
  await expect(undoRosterAction(ctx, { actionId })).rejects.toThrow(NotFound)
  await expect(undoRosterAction(await tenant.as('cell_deputy'), { actionId })).rejects.toThrow(NotFound)
  expect((await undoRosterAction(secretary, { actionId })).lines).toBe(1)
})

test('days that cannot be are refused', async () => {
  const { ctx } = tenant
  await expect(
    actOnMembers(ctx, { act: 'exempt', from: '2024-02-01', until: '2024-01-01', memberIds: ids }),
  ).rejects.toMatchObject({ fields: { until: ['members.exempt-order'] } })
  await expect(actOnMembers(ctx, { act: 'confirm', on: '2024-01-12', memberIds: ids })).rejects.toMatchObject({
    fields: { on: ['members.confirmed-ahead'] },
  })
  await expect(actOnMembers(ctx, { act: 'confirm', on: '2021-12-31', memberIds: ids })).rejects.toMatchObject({
    code: 'members.nobody-to-change',
  })
})

test('a view is its keeper’s own; the same name takes the new filters', async () => {
  const [one, other] = [await tenant.as('cell_secretary'), await tenant.as('cell_secretary')]
  await saveView(one, { page: '/dang-vien', name: 'Dự bị', query: 'trang-thai=du-bi' })
  await saveView(one, { page: '/dang-vien', name: 'Dự bị', query: 'trang-thai=du-bi&xep=vao-dang' })
  const views = await listViews(one, '/dang-vien')
  expect(views).toMatchObject([{ name: 'Dự bị', query: 'trang-thai=du-bi&xep=vao-dang' }])
  expect(await listViews(other, '/dang-vien')).toEqual([])
  await expect(forgetView(other, { viewId: views[0]!.id })).rejects.toThrow(NotFound)
  await forgetView(one, { viewId: views[0]!.id })
  expect(await listViews(one, '/dang-vien')).toEqual([])
})

test('an export holds what the filter shows, within the rows and files that may leave', async () => {
  const { roster } = tenant.ctx.config
  const secretary = await tenant.as('cell_secretary')
  const limited = {
    ...secretary,
    config: { ...secretary.config, roster: { ...roster!, exports: { rows: 3, perDay: 2 } } },
  }
  const columns = ['fullName', 'cardNumber', 'status'] as const
  await expect(exportMembers(limited, { columns: [...columns] })).rejects.toMatchObject({
    code: 'organisation.export-rows',
    params: { limit: 3 },
  })
  const probationary = { status: 'probationary' as const, columns: [...columns] }
  const sheet = await exportMembers(limited, probationary)
  expect(sheet).toMatchObject({ rows: 2, name: 'danh-sach-dang-vien-2.xlsx' })
  const paper = await exportMembers(limited, { ...probationary, format: 'pdf' })
  expect(paper.content.subarray(0, 5).toString()).toBe('%PDF-')
  await expect(exportMembers(limited, probationary)).rejects.toMatchObject({ code: 'organisation.exports-today' })
  await expect(exportMembers(await tenant.as('member'), probationary)).rejects.toThrow(NotFound)
})
