import { randomUUID } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { Invalid, NotFound, type TenantContext, transaction } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import { recordDecision, scanOf } from '.'
import { makeChange } from './factory'
import { type RecordDecision, recordDecisionInput } from './inputs'
import { openScan } from './open-scan'
import { sweep } from './sweep'

let t: TestTenant
beforeAll(async () => {
  t = await createTestTenant()
})

const paper = { number: '12-QĐ/TU', signedOn: '2024-01-05', signer: 'Nguyễn Văn Ký' }
const pdf = (name = 'Quyết định số 12.pdf') => new File(['%PDF-1.7 nội dung'], name, { type: 'application/pdf' })
const record = (ctx: TenantContext, more: Partial<RecordDecision> = {}) =>
  transaction(ctx, (tx) => recordDecision(tx, { ...paper, ...more }))

test('the scan comes back as it was sent, under the name it came with', async () => {
  const { id } = await record(t.ctx, { file: pdf('C:\\thu\\Quyết định: số 12.docx') })
  const { body, fileName } = await scanOf(t.ctx, id)
  expect(await text(body)).toBe('%PDF-1.7 nội dung')
  expect(fileName).toBe('Quyết định số 12.pdf')
})

test('a decision without a scan is kept, and has none to open', async () => {
  const { id } = await record(t.ctx)
  await expect(scanOf(t.ctx, id)).rejects.toThrow(NotFound)
})

test('what only calls itself a PDF is refused by its content, an empty file too', async () => {
  const named = (content: string | Uint8Array<ArrayBuffer>, name: string, type: string) =>
    record(t.ctx, { file: new File([content], name, { type }) })
  await expect(named('<script>1</script>', 'a.pdf', 'application/pdf')).rejects.toThrow(Invalid)
  await expect(named('', 'a.pdf', 'application/pdf')).rejects.toThrow(Invalid)
  await expect(named('PK', 'a.docx', 'application/pdf')).rejects.toThrow(Invalid)
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const { id } = await named(png, 'anh.pdf', 'application/pdf')
  expect((await scanOf(t.ctx, id)).fileName).toBe('anh.png')
})

test('a scan beyond 10 MB and an empty number come back at their fields', () => {
  const large = new File([Buffer.concat([Buffer.from('%PDF-'), Buffer.alloc(10 * 1024 * 1024)])], 'a.pdf')
  const refused = recordDecisionInput.safeParse({ ...paper, number: ' ', file: large })
  expect(refused.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
    ['number', 'organisation.decision-number'],
    ['file', 'organisation.scan-too-large'],
  ])
})

test('a decision is not signed tomorrow; today is the province’s today', async () => {
  t.clock.set(new Date('2024-01-11T18:00:00Z'))
  await record(t.ctx, { signedOn: '2024-01-12' })
  await expect(record(t.ctx, { signedOn: '2024-01-13' })).rejects.toMatchObject({
    fields: { signedOn: ['organisation.decision-not-signed-yet'] },
  })
})

test('officers open the decisions on their own units; to all others there is none', async () => {
  const { units, make } = t
  const { id: decisionId } = await record(t.ctx, { file: pdf() })
  await makeChange(t.ctx, {
    unitId: units.grassroots.id,
    kind: 'rename',
    on: '2024-01-01',
    name: 'Đảng ủy mới',
    decisionId,
  })
  const other = await make.unit({ parentId: units.root.id, level: 'grassroots' })
  const open = async (ctx: TenantContext) => (await openScan(ctx, { decisionId })).fileName
  expect(await open(await t.as('committee_secretary', units.grassroots))).toBe('Quyết định số 12.pdf')
  expect(await open(await t.as('organisation_dept', units.root))).toBe('Quyết định số 12.pdf')
  await expect(open(await t.as('committee_secretary', other))).rejects.toThrow(NotFound)
  await expect(open(await t.as('member'))).rejects.toThrow(NotFound)
  await expect(openScan(t.ctx, { decisionId: randomUUID() })).rejects.toThrow(NotFound)
})

test('a scan whose transaction failed is swept after a day, those of decisions stay', async () => {
  const { id } = await record(t.ctx, { file: pdf() })
  const failing = transaction(t.ctx, async (tx) => {
    await recordDecision(tx, { ...paper, file: pdf() })
    throw new Error('failed later')
  })
  await expect(failing).rejects.toThrow('failed later')
  const kept = async () => {
    let count = 0
    for await (const _ of t.ctx.files.list(t.ctx.files.prefix('decisions'))) count += 1
    return count
  }
  const before = await kept()
  t.clock.set(new Date(Date.now() - 60_000))
  await sweep.handler(t.ctx, {}, { sendText: async () => undefined })
  expect(await kept()).toBe(before)
  t.clock.set(new Date(Date.now() + 2 * 86_400_000))
  await sweep.handler(t.ctx, {}, { sendText: async () => undefined })
  expect(await kept()).toBe(before - 1)
  expect(await text((await scanOf(t.ctx, id)).body)).toContain('%PDF')
})
