import { applyTenant } from '@sotay/operations'
import { adoptRevision } from '@sotay/tenancy'
import { parseTenantFile, valueHash } from '@sotay/tenant-config'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, describe, expect, test } from 'vitest'
import { cancelPublication } from './cancel-publication'
import { discardSection, settleClash } from './discard-section'
import { editDraft, removeRule } from './edit-draft'
import { compareFile, exportFile, importFile } from './exchange-file'
import { makeEdit, makeRevision } from './factory'
import { listRevisions } from './list-revisions'
import { previewDraft } from './preview-draft'
import { publishDraft } from './publish-draft'
import { publishDue } from './publish-due'
import { readOverview } from './read-overview'
import { readSection } from './read-section'
import { rollBack } from './roll-back'

let t: TestTenant
let admin: Awaited<ReturnType<TestTenant['as']>>
beforeAll(async () => {
  t = await createTestTenant()
  admin = await t.as('tenant_admin', t.units.root)
})
const why = { reason: 'Theo Kết luận của Ban Thường vụ', cites: 'thu/1' }
const noPorts = { sendText: async () => {} }
const drafted = async () =>
  (await readOverview(admin)).sections.filter((one) => one.drafted).map(({ section }) => section)
const clear = async () => {
  for (const section of await drafted()) await discardSection(admin, { section })
}

describe('a draft', () => {
  test('keeps what is in force until it is published, and then the catalogue follows', async () => {
    await makeEdit(admin, ['texts'], { welcome: 'Kính chào đồng chí' })
    expect(await drafted()).toEqual(['texts'])
    expect((await exportFile(admin)).includes('Kính chào')).toBe(false)
    const adopt = (adopted: Parameters<typeof adoptRevision>[1]) => adoptRevision(t.operations.platform, adopted)
    const revision = await makeRevision(admin, ['reporting', 'hang-quy'], { due: 'hằng tháng' }, adopt)
    expect(revision).toBe(2)
    await t.operations.directory.refresh()
    const { config } = await t.operations.directory.context(t.operations.directory.byId(t.record.id)!, {
      actor: admin.actor,
    })
    expect(config.texts.welcome).toBe('Kính chào đồng chí')
    expect(config.reporting[0]?.due).toMatchObject({ period: 'month' })
    expect((await listRevisions(admin))[0]).toMatchObject({ revision: 2, by: admin.actor.name, cites: ['thu/1'] })
    expect(await drafted()).toEqual([])
  })

  test('two editors of different places both keep their words; of one place the later is told', async () => {
    await clear()
    const { value } = await readSection(admin, { section: 'texts' })
    const seen = (name: string) => valueHash({ [name]: (value as Record<string, string>)[name] ?? null })
    const other = await t.as('tenant_admin', t.units.root)
    await editDraft(admin, { at: ['texts'], fields: { contact: 'Gọi 0255 1' }, seen: seen('contact') })
    await editDraft(other, { at: ['texts'], fields: { footer: 'Chân trang' }, seen: seen('footer') })
    await expect(
      editDraft(other, { at: ['texts'], fields: { contact: 'Gọi 0255 2' }, seen: seen('contact') }),
    ).rejects.toMatchObject({ code: 'settings.changed-meanwhile' })
    expect((await readSection(admin, { section: 'texts' })).value).toMatchObject({
      contact: 'Gọi 0255 1',
      footer: 'Chân trang',
    })
  })

  test('what the schema refuses is told beside the field and never kept', async () => {
    await clear()
    await expect(makeEdit(admin, ['reporting', 'hang-quy'], { due: 'thỉnh thoảng' })).rejects.toMatchObject({
      fields: { due: [{ code: 'settings.rule' }] },
    })
    await expect(makeEdit(admin, ['brand', 'colours'], { primary: '#ffd400' })).rejects.toMatchObject({
      fields: { primary: [{ code: 'settings.rule' }] },
    })
    expect(await drafted()).toEqual([])
  })

  test('a rule of a list is added, changed and taken out by its key', async () => {
    await clear()
    const at = ['newsroom', 'columns', 'ban-tin']
    const seen = '0'.repeat(64)
    await editDraft(admin, { at, fields: { name: 'Bản tin' }, seen, fresh: true })
    await expect(editDraft(admin, { at, fields: { name: 'Bản tin' }, seen, fresh: true })).rejects.toMatchObject({
      code: 'settings.key-taken',
    })
    await removeRule(admin, { at, seen: valueHash({ key: 'ban-tin', name: 'Bản tin' }) })
    expect(await drafted()).toEqual([])
  })

  test('only those who may change a section change it', async () => {
    const propaganda = await t.as('propaganda_dept', t.units.root)
    await expect(makeEdit(propaganda, ['texts'], { welcome: 'Chào' })).rejects.toMatchObject({ kind: 'not-found' })
    await makeEdit(propaganda, ['newsroom'], { readAloud: false })
    await expect(publishDraft(propaganda, why)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await drafted()).toEqual(['newsroom'])
    await expect(readOverview(await t.as('member'))).rejects.toMatchObject({ kind: 'not-found' })
  })
})

describe('a publication', () => {
  test('asks for a reason and, where a rule changes, the article', async () => {
    await clear()
    await expect(publishDraft(admin, why)).rejects.toMatchObject({ code: 'settings.nothing-drafted' })
    await makeEdit(admin, ['newsroom'], { royalties: true })
    await expect(publishDraft(admin, { reason: why.reason })).rejects.toMatchObject({
      fields: { cites: expect.anything() },
    })
    await expect(publishDraft(admin, { ...why, cites: 'khong-co/1' })).rejects.toMatchObject({
      fields: { cites: expect.anything() },
    })
    await expect(publishDraft(admin, { ...why, seen: 'a'.repeat(64) })).rejects.toMatchObject({
      code: 'settings.draft-changed',
    })
  })

  test('leaves no level that is in use out, no contradiction in, and somebody who may change it again', async () => {
    await clear()
    const { value } = await readSection(admin, { section: 'roles' })
    const rule = (value as { key: string }[]).find(({ key }) => key === 'tenant_admin')
    await removeRule(admin, { at: ['roles', 'tenant_admin'], seen: valueHash(rule) })
    await expect(publishDraft(admin, why)).rejects.toMatchObject({ code: 'settings.nobody-may' })
    await clear()
    const { value: organisation } = await readSection(admin, { section: 'organisation' })
    const { agencies } = organisation as { agencies: { key: string }[] }
    const agency = agencies.find(({ key }) => key === 'propaganda')
    await removeRule(admin, { at: ['organisation', 'agencies', 'propaganda'], seen: valueHash(agency) })
    await expect(publishDraft(admin, why)).rejects.toMatchObject({ code: 'settings.contradictions' })
    expect((await readOverview(admin)).findings.map(({ section }) => section)).toContain('newsroom')
  })

  test('meets what the vendor published meanwhile: somebody looks again before it goes on', async () => {
    await clear()
    await makeEdit(admin, ['texts'], { footer: 'Của tỉnh' })
    const vendor = parseTenantFile(await exportFile(admin), 'x')
    await applyTenant(t.operations, { ...vendor, texts: { ...vendor.texts, footer: 'Của nhà cung cấp' } })
    await expect(publishDraft(admin, why)).rejects.toMatchObject({ code: 'settings.base-changed' })
    const state = await readSection(admin, { section: 'texts' })
    expect(state).toMatchObject({ clash: true, value: { footer: 'Của tỉnh' }, inForce: { footer: 'Của nhà cung cấp' } })
    await settleClash(admin, { section: 'texts', seen: state.inForceHash })
    expect(await publishDraft(admin, why)).toMatchObject({ revision: expect.any(Number) })
  })

  test('waits for its day, is cancelled, or is done by itself at midnight', async () => {
    await clear()
    await makeEdit(admin, ['texts'], { footer: 'Từ ngày mai' })
    await expect(publishDraft(admin, { ...why, effectiveOn: '2024-01-11' })).rejects.toMatchObject({
      code: 'settings.day-past',
    })
    await publishDraft(admin, { ...why, effectiveOn: '2024-01-12' })
    const [waiting] = (await readOverview(admin)).waiting
    await cancelPublication(admin, { draftId: waiting!.id })
    expect(await drafted()).toEqual(['texts'])
    await publishDraft(admin, { ...why, effectiveOn: '2024-01-12' })
    const before = (await listRevisions(admin))[0]!.revision
    await publishDue.handler(admin, {}, noPorts)
    expect((await listRevisions(admin))[0]!.revision).toBe(before)
    t.clock.advance(24 * 60)
    await publishDue.handler(admin, {}, noPorts)
    await publishDue.handler(admin, {}, noPorts)
    expect((await listRevisions(admin))[0]).toMatchObject({
      revision: before + 1,
      reason: why.reason,
      by: admin.actor.name,
    })
  })

  test('one that cannot be on its day is laid before its authors', async () => {
    await clear()
    await makeEdit(admin, ['texts'], { footer: 'Hẹn' })
    await publishDraft(admin, { ...why, effectiveOn: '2024-01-20' })
    await makeEdit(admin, ['texts'], { footer: 'Sớm hơn' })
    await publishDraft(admin, why)
    t.clock.advance(20 * 24 * 60)
    await publishDue.handler(admin, {}, noPorts)
    expect((await readOverview(admin)).waiting).toMatchObject([{ failure: 'settings.base-changed' }])
  })
})

describe('earlier and other configurations', () => {
  test('an earlier revision becomes a draft, and publishing it a revision of its own', async () => {
    await clear()
    await expect(rollBack(admin, { revision: 999 })).rejects.toMatchObject({ kind: 'not-found' })
    expect(await rollBack(admin, { revision: 1 })).toContain('reporting')
    await expect(rollBack(admin, { revision: 1 })).rejects.toMatchObject({ code: 'settings.draft-not-empty' })
    const { duties } = await previewDraft(admin)
    expect(duties).toMatchObject([{ key: 'hang-quy', before: expect.any(Array), after: expect.any(Array) }])
    expect(duties[0]!.before).toHaveLength(6)
    const newest = (await listRevisions(admin))[0]!.revision
    expect(await publishDraft(admin, why)).toEqual({ revision: newest + 1 })
    expect(parseTenantFile(await exportFile(admin), 'x').reporting[0]?.due).toMatchObject({ period: 'quarter' })
  })

  test('rights gained and lost and pages that vanish are told before', async () => {
    await clear()
    const { value } = await readSection(admin, { section: 'modules' })
    await makeEdit(admin, [], { modules: (value as string[]).filter((key) => key !== 'news') })
    const preview = await previewDraft(admin)
    expect(preview.pagesGone.map(({ path }) => path)).toContain('/tin-tuc')
    expect(preview.rights.find(({ role }) => role === 'editor')?.lost).toContain('news.write')
  })

  test('a file goes out and comes in again without a difference; with one, into the draft', async () => {
    await clear()
    const text = await exportFile(admin)
    expect((await compareFile(admin, { text })).changes).toEqual([])
    const other = text.replace('welcome: Sổ tay thử', 'welcome: Lời chào mới')
    const { changes, mark } = await compareFile(admin, { text: other })
    expect(changes.map(({ path }) => path)).toEqual(['texts.welcome'])
    expect(await importFile(admin, { text: other, seen: mark })).toEqual(['texts'])
    await expect(importFile(admin, { text, seen: mark })).rejects.toMatchObject({ code: 'settings.draft-changed' })
    await expect(compareFile(admin, { text: 'slug: x' })).rejects.toMatchObject({ fields: { text: expect.anything() } })
    await expect(compareFile(admin, { text: text.replace(/^slug: .*/m, 'slug: tinh-khac') })).rejects.toMatchObject({
      code: 'settings.other-province',
    })
  })
})
