import { signIn } from '@sotay/domain/accounts'
import { listBatches } from '@sotay/domain/imports'
import { member } from '@sotay/domain/members'
import { unit } from '@sotay/domain/organisation'
import { filePrefix } from '@sotay/files'
import { newId } from '@sotay/kernel'
import { tenant } from '@sotay/tenancy/schema'
import { testOperations } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { OperationsContext } from '../context'
import { completeDraft } from './complete-draft'
import { nextQuestion, readDraft, removeDraft, startDraft } from './drafts'
import { paintEmblem } from './emblem'
import { answerQuestion, draftFile, keepEmblem, keepRoster, nameAdministrator } from './fill-draft'
import { awaitsFirst, firstLetter } from './first-letter'
import { configurationOf, onboardTenant } from './onboard-tenant'
import { listPresets } from './presets'

const slugOf = () => `mo-${newId().slice(-10)}`
const answersFor = (slug: string) => ({
  name: 'Đảng bộ tỉnh Thử',
  shortName: 'Thử',
  slug,
  regulationTitle: 'Quy chế thử số 01-QC/TU',
  regulationFrom: '2025-07-01',
  contact: 'Văn phòng, 0270 3822 000',
  domains: '',
})
const administrator = {
  fullName: 'Nguyễn Văn Đầu',
  cardNumber: '45.000001',
  phone: '0912000111',
  cell: 'Chi bộ Văn phòng',
}
const SVG = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><script>alert(1)</script><circle cx="5" cy="5" r="4" fill="red"/></svg>',
)
const ROSTER = new File(['Họ và tên,Số thẻ,Chi bộ\nTrần Thị Sau,45.000002,Chi bộ Văn phòng\n'], 'danh-sach.csv')
const traces = async (ctx: OperationsContext, slug: string) =>
  (await ctx.platform.select({ id: tenant.id }).from(tenant).where(eq(tenant.slug, slug))).length

describe.each(listPresets().map((preset) => [preset.key, preset] as const))('preset %s', (key, preset) => {
  test('its own answers and the few that nobody can guess make a configuration', () => {
    const configuration = configurationOf(key, answersFor('thu'))
    expect(configuration).toMatchObject({ slug: 'thu', name: 'Đảng bộ tỉnh Thử', domains: [] })
    expect(configuration.regulations['quy-che']).toMatchObject({ effectiveFrom: '2025-07-01' })
    expect(configuration.roles.some(({ key }) => key === 'tenant_admin')).toBe(true)
    expect(preset.questions.length).toBeGreaterThanOrEqual(12)
  })

  test('every choice that is offered makes a configuration', () => {
    for (const question of preset.questions) {
      for (const { value } of question.options ?? []) {
        const answers = { ...answersFor('thu'), [question.key]: value }
        expect(configurationOf(key, answers).slug, `${question.key} = ${value}`).toBe('thu')
      }
    }
  })
})

test('answers change what they are about', () => {
  const three = configurationOf('full', {
    ...answersFor('thu'),
    tiers: 'three',
    exempt: 'Đảng bộ Quân sự\nĐảng bộ Công an',
  })
  expect(three.organisation.levels.map(({ key }) => key)).toEqual(['province', 'grassroots', 'cell'])
  expect(JSON.stringify(three)).not.toContain('"upper"')
  expect(three.exemptions[0]?.units).toEqual(['Đảng bộ Quân sự', 'Đảng bộ Công an'])
  const due = configurationOf('full', { ...answersFor('thu'), statisticsDue: 'ngày 10 tháng sau' })
  expect(due.reporting.find(({ key }) => key === 'thong-ke-thang')?.due).toMatchObject({ day: 10 })
  expect(() => configurationOf('full', { ...answersFor('Có Dấu'), statisticsDue: 'lúc nào rảnh' })).toThrow(
    expect.objectContaining({
      fields: { slug: ['operations.answer-pattern'], statisticsDue: ['operations.answer-cadence'] },
    }),
  )
})

test('an emblem is painted: no script, no entity, no other kind of file', async () => {
  const painted = (await paintEmblem(SVG)).toString('utf8')
  expect(painted).toMatch(/^<svg [^>]*><image [^>]*data:image\/png;base64,/)
  expect(painted).not.toContain('script')
  const refused = expect.objectContaining({ fields: { emblem: ['operations.emblem-kind'] } })
  for (const file of [
    Buffer.from('<html><svg></svg></html>'),
    Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'),
    Buffer.from('GIF89a/*<svg>*/'),
  ]) {
    await expect(paintEmblem(file)).rejects.toEqual(refused)
  }
})

test('a draft survives, becomes a province, and its first administrator signs in by letter', async () => {
  const ctx = await testOperations()
  const slug = slugOf()
  const { id } = await startDraft(ctx, 'full')
  for (const [question, typed] of Object.entries(answersFor(slug))) await answerQuestion(ctx, id, { question, typed })
  await expect(answerQuestion(ctx, id, { question: 'slug', typed: 'Có Dấu' })).rejects.toMatchObject({
    fields: { answer: ['operations.answer-pattern'] },
  })
  await keepEmblem(ctx, id, new File([SVG], 'emblem.svg'))
  await keepRoster(ctx, id, ROSTER)
  await nameAdministrator(ctx, id, administrator)
  await expect(completeDraft(ctx, id)).rejects.toMatchObject({ code: 'operations.draft-open' })
  for (let next = nextQuestion(await readDraft(ctx, id)); next; next = nextQuestion(await readDraft(ctx, id))) {
    const { preset } = await readDraft(ctx, id)
    await answerQuestion(ctx, id, { question: next, typed: preset.answers[next] ?? '' })
  }
  const started = performance.now()
  const { memberId } = await completeDraft(ctx, id)
  expect(performance.now() - started).toBeLessThan(60_000)
  await expect(completeDraft(ctx, id)).rejects.toMatchObject({ code: 'operations.draft-done' })
  expect(await draftFile(ctx, id, 'roster')).toBeUndefined()
  expect(JSON.stringify(await readDraft(ctx, id))).not.toContain(administrator.fullName)

  const record = ctx.directory.bySlug(slug)!
  const province = await ctx.directory.context(record, { actor: ctx.actor })
  const [person] = await province.db.select().from(member).where(eq(member.id, memberId))
  const [home] = await province.db.select().from(unit).where(eq(unit.id, person!.unitId))
  expect(home).toMatchObject({ kind: 'cell', name: 'Chi bộ Văn phòng' })
  const { batches } = await listBatches(province, { purpose: 'import' })
  expect(batches).toMatchObject([{ fileName: 'danh-sach.csv', status: 'uploaded' }])
  const stored = []
  for await (const { key } of ctx.store.list(filePrefix(record.id, 'brand'))) stored.push(key)
  expect(stored).toHaveLength(5)

  expect(await awaitsFirst(ctx, slug)).toBe(true)
  expect((await firstLetter(ctx, slug)).subarray(0, 5).toString()).toBe('%PDF-')
  const wrong = { cardNumber: administrator.cardNumber, password: 'sai-sai-sai', address: '10.0.0.1', device: 'thử' }
  await expect(signIn({ ...province, actor: { kind: 'anonymous' } }, wrong)).rejects.toThrow()
  await removeDraft(ctx, id)
  await expect(readDraft(ctx, id)).rejects.toMatchObject({ kind: 'not-found' })
})

test('a roster that cannot be read, or a card of another form, leaves no province and keeps the draft', async () => {
  const ctx = await testOperations()
  const slug = slugOf()
  const given = { preset: 'full', answers: answersFor(slug), administrator }
  const broken = new File(['\u0000\u0001'], 'danh-sach.xlsx')
  await expect(onboardTenant(ctx, { ...given, roster: broken })).rejects.toMatchObject({ kind: 'invalid' })
  await expect(
    onboardTenant(ctx, { ...given, administrator: { ...administrator, cardNumber: 'không phải số' } }),
  ).rejects.toMatchObject({ fields: { cardNumber: ['operations.administrator-card'] } })
  expect(await traces(ctx, slug)).toBe(0)
})

test('a steering body has its first administrator without a cell', async () => {
  const ctx = await testOperations()
  const slug = slugOf()
  const { memberId } = await onboardTenant(ctx, {
    preset: 'steering-body',
    answers: answersFor(slug),
    administrator: { ...administrator, cell: '' },
  })
  const province = await ctx.directory.context(ctx.directory.bySlug(slug)!, { actor: ctx.actor })
  const [person] = await province.db.select().from(member).where(eq(member.id, memberId))
  expect(person?.fullName).toBe(administrator.fullName)
})
