import { auditEntry } from '@sotay/kernel/schema'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { desc, eq } from 'drizzle-orm'
import { strFromU8, unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, expect, test } from 'vitest'
import { dossierExport } from './dossier-export'
import { asMember, makeDossier, makeFileRequest } from './factory'
import { printMemberForm } from './print-member-form'

let tenant: TestTenant
let memberId: string
beforeAll(async () => {
  tenant = await createTestTenant()
  const person = await tenant.make.member({ fullName: 'Trần Thị Bưởi', birthDate: '1970-03-02' })
  memberId = person.id
  await makeDossier(tenant.ctx, memberId, {
    birthPlace: 'Xã Nghĩa Lộ',
    health: 'Huyết áp cao',
    workHistory: [{ from: '09/1990', to: '1999', post: 'Giáo viên', place: 'Trường Trần Phú' }],
    relatives: [{ relation: 'Mẹ', name: 'Người Mẹ' }],
  })
})

const pdfText = async (file: Buffer) => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)), { mergePages: true })
  return text.normalize('NFC').replace(/\s+/g, ' ')
}
const wordText = (file: Buffer) => strFromU8(unzipSync(new Uint8Array(file))['word/document.xml']!)
const files = [
  ['pdf', pdfText],
  ['docx', wordText],
] as const

test.each(files)('one’s own form as %s holds the whole file', async (format, textOf) => {
  const { content, name } = await printMemberForm(await asMember(tenant.ctx, memberId), { format })
  expect(name).toMatch(new RegExp(`^Phiếu đảng viên .*\\.${format}$`))
  const text = await textOf(content)
  for (const part of [
    'PHIẾU ĐẢNG VIÊN',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    tenant.units.cell.name.toLocaleUpperCase('vi'),
    'Trần Thị Bưởi',
    '02/03/1970',
    'Xã Nghĩa Lộ',
    'Huyết áp cao',
    'Trường Trần Phú',
    'Người Mẹ',
  ])
    expect(text).toContain(part)
})

test.each(files)('without the right to sensitive fields, %s leaves them out', async (format, textOf) => {
  const text = await textOf((await printMemberForm(await tenant.as('cell_deputy'), { memberId, format })).content)
  expect(text).toContain('Xã Nghĩa Lộ')
  expect(text).not.toContain('Huyết áp cao')
  expect(text).not.toContain('Người Mẹ')
  expect(text).toContain('(không in)')
})

test('another’s form counts as an export, up to the day’s limit; one’s own is recorded alone', async () => {
  const officer = await tenant.as('unit_admin', tenant.units.grassroots)
  const { perDay } = tenant.ctx.config.roster!.exports
  for (let file = 0; file < perDay; file += 1) await printMemberForm(officer, { memberId, format: 'docx' })
  await expect(printMemberForm(officer, { memberId, format: 'docx' })).rejects.toMatchObject({ kind: 'too-many' })
  const self = await asMember(tenant.ctx, memberId)
  for (let file = 0; file <= perDay; file += 1) await printMemberForm(self, { format: 'docx' })
  const [last] = await tenant.ctx.db
    .select()
    .from(auditEntry)
    .where(eq(auditEntry.action, 'dossiers.form-printed'))
    .orderBy(desc(auditEntry.sequence))
    .limit(1)
  expect(last).toMatchObject({ subjectId: memberId, details: { format: 'docx' }, actorId: self.actor.accountId })
})

test('the member’s copy holds file and requests, opened and in words', async () => {
  await makeFileRequest(tenant.ctx, memberId, { religion: 'Phật giáo' })
  const [file, requests] = await dossierExport(tenant.ctx, memberId)
  expect(file?.rows).toContainEqual({
    Phần: 'Sức khỏe, chính sách',
    Mục: 'Tình trạng sức khỏe',
    'Nội dung': 'Huyết áp cao',
  })
  expect(requests?.rows).toMatchObject([{ Mục: 'Tôn giáo', Trước: '', 'Đề nghị': 'Phật giáo' }])
  const nobody = await tenant.make.member()
  expect((await dossierExport(tenant.ctx, nobody.id)).map(({ rows }) => rows)).toEqual([[], [], []])
})
