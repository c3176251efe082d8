import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import { makeArticle } from './factory'
import { listDesk } from './list-desk'
import { publishArticle } from './publish-article'
import { reviseArticle } from './revise-article'

let t: TestTenant
beforeAll(async () => {
  t = await createTestTenant()
})
const content = { column: 'thoi-su', title: 'Tiêu đề', summary: 'Tóm tắt', body: '<p>Một</p>' }

test('who saves an older version is told what differs, and nothing is lost', async () => {
  const [one, two] = [await t.as('editor', t.units.root), await t.as('editor', t.units.root)]
  const { id: articleId } = await makeArticle(one, { unitId: t.units.root.id, ...content })
  await reviseArticle(one, { articleId, version: 1, ...content, title: 'Tiêu đề của người thứ nhất' })
  const late = reviseArticle(two, { articleId, version: 1, ...content, body: '<p>Hai</p>' })
  await expect(late).rejects.toMatchObject({
    code: 'news.changed-meanwhile',
    params: { version: 2, fields: 'title,body' },
  })
  expect(await reviseArticle(two, { articleId, version: 2, ...content, body: '<p>Hai</p>' })).toMatchObject({
    version: 3,
  })
})

test('a contributor works on his own articles only; an editor of the unit on all of them', async () => {
  const [author, other] = [await t.as('contributor'), await t.as('contributor')]
  const { id: articleId } = await makeArticle(author, { unitId: t.units.cell.id, ...content })
  const revision = { articleId, version: 1, ...content }
  await expect(reviseArticle(other, revision)).rejects.toMatchObject({ kind: 'not-found' })
  expect((await listDesk(other)).map((row) => row.id)).not.toContain(articleId)
  expect((await listDesk(author)).map((row) => row.id)).toContain(articleId)
  const editor = await t.as('editor', t.units.grassroots)
  expect((await listDesk(editor, { status: 'draft' })).map((row) => row.id)).toContain(articleId)
  expect(await reviseArticle(editor, revision)).toMatchObject({ version: 2 })
})

test('what is published stays as it was approved', async () => {
  const chief = await t.as('editor_in_chief', t.units.root)
  const { id: articleId } = await makeArticle(chief, { unitId: t.units.root.id, ...content })
  await publishArticle(chief, { articleId, version: 1 })
  await expect(reviseArticle(chief, { articleId, version: 1, ...content })).rejects.toMatchObject({
    code: 'news.is-published',
  })
})

test('an unknown column and another unit are refused', async () => {
  const contributor = await t.as('contributor')
  const draft = makeArticle(contributor, { unitId: t.units.cell.id, ...content, column: 'khong-co' })
  await expect(draft).rejects.toMatchObject({ kind: 'invalid', fields: { column: ['news.unknown-column'] } })
  await expect(makeArticle(contributor, { unitId: t.units.root.id, ...content })).rejects.toMatchObject({
    kind: 'not-found',
  })
})

test('the desk shows until when a report must be out: 8 h in office hours, 10 h otherwise (QN 12.1)', async () => {
  const editor = await t.as('editor', t.units.root)
  const dueOf = async (eventAt: string) => {
    const { id } = await makeArticle(editor, { unitId: t.units.root.id, ...content, eventAt: new Date(eventAt) })
    return (await listDesk(editor)).find((row) => row.id === id)?.dueAt
  }
  expect(await dueOf('2024-01-11T03:00:00Z')).toEqual(new Date('2024-01-11T11:00:00Z'))
  expect(await dueOf('2024-01-13T03:00:00Z')).toEqual(new Date('2024-01-13T13:00:00Z'))
})
