import { createTestTenant, type TestTenant } from '@sotay/testing'
import { sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { approveFileRequest } from './approve-file-request'
import { makeDossier, makeFileRequest } from './factory'
import type { FileValue, FileValues } from './field-type'
import { fields } from './fields'
import { listFileRequests } from './list-file-requests'
import { loadFile } from './load-file'
import { readDossier } from './read-dossier'
import { readFileRequest } from './read-file-request'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await createTestTenant()
})

/** A value for each sensitive field that can be found again wherever it was written in clear. */
const marked = (word: string): Record<string, FileValue> =>
  Object.fromEntries(
    fields
      .filter(({ sensitive }) => sensitive)
      .map((field) => {
        if (field.type === 'date') return [field.key, '1987-06-05']
        const text = `${word}-${field.key}`
        const column = field.columns?.find(({ type }) => type !== 'month')
        return [field.key, column ? [{ [column.key]: text }] : text]
      }),
  )

/** The whole province as text: every column of every table. */
async function everything(): Promise<string> {
  const tables = await tenant.ctx.db.execute<{ name: string }>(
    sql`select table_name as name from information_schema.tables where table_schema = current_schema()`,
  )
  const rows = await Promise.all(
    tables.map(({ name }) =>
      tenant.ctx.db.execute(sql`select row_to_json(x)::text as row from ${sql.identifier(name)} x`),
    ),
  )
  return JSON.stringify(rows)
}

test('no sensitive value stands in clear in any table, whatever was done with it', async () => {
  const person = await tenant.make.member()
  await makeDossier(tenant.ctx, person.id, { ...marked('Kín'), birthPlace: 'Nơi-sinh-để-ngỏ' })
  await makeFileRequest(tenant.ctx, person.id, { ...marked('Xin'), homeTown: 'Quê-đề-nghị' })
  const secretary = await tenant.as('cell_secretary')
  const { requests } = await listFileRequests(secretary)
  const { requestId, revision } = requests.find(({ memberId }) => memberId === person.id)!
  await readFileRequest(secretary, { requestId })
  await readDossier(secretary, { memberId: person.id, reveal: true })
  const asked = await everything()
  expect(asked).toContain('Nơi-sinh-để-ngỏ')
  for (const word of ['Kín-', 'Xin-', '1987-06-05', 'Quê-đề-nghị']) expect(asked).not.toContain(word)
  await approveFileRequest(secretary, { requestId, revision })
  const decided = await everything()
  // An open field stands open once it is in the file and its history.
  expect(decided).toContain('Quê-đề-nghị')
  for (const word of ['Kín-', 'Xin-', '1987-06-05']) expect(decided).not.toContain(word)
  expect((await loadFile(tenant.ctx, person.id)).values).toMatchObject(marked('Xin'))
})

test('another province’s key, another member and a torn box do not open; nothing is read as empty', async () => {
  const other = await createTestTenant()
  const [one, two] = [await tenant.make.member(), await tenant.make.member()]
  const values: FileValues = { health: 'Chỉ tỉnh này đọc' }
  await makeDossier(tenant.ctx, one.id, values)
  await makeDossier(tenant.ctx, two.id, values)
  await expect(loadFile({ ...other.ctx, db: tenant.ctx.db }, one.id)).rejects.toThrow(/does not open/)
  await tenant.ctx.db.execute(
    sql`update dossier set sealed = (select sealed from dossier where member_id = ${one.id}) where member_id = ${two.id}`,
  )
  await expect(loadFile(tenant.ctx, two.id)).rejects.toThrow(/does not open/)
  await tenant.ctx.db.execute(sql`update dossier set sealed = left(sealed, 20) where member_id = ${one.id}`)
  await expect(loadFile(tenant.ctx, one.id)).rejects.toThrow(/does not open/)
})

test('equal values of two members look different, and so do their marks', async () => {
  const [one, two] = [await tenant.make.member(), await tenant.make.member()]
  for (const { id } of [one, two]) await makeDossier(tenant.ctx, id, { religion: 'Giống nhau' })
  const secretary = await tenant.as('cell_secretary')
  const mark = async (memberId: string) => {
    const { sections } = await readDossier(secretary, { memberId })
    const field = sections.flatMap((section) => section.fields).find(({ key }) => key === 'religion')!
    expect(field).toMatchObject({ masked: true, value: null })
    return field.mark
  }
  expect(await mark(one.id)).not.toBe(await mark(two.id))
})
