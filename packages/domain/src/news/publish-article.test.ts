import { auditEntry, outbox } from '@sotay/kernel/schema'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { makeArticle } from './factory'
import { listPublishedArticles } from './list-published-articles'
import { publishArticle } from './publish-article'
import { readArticle } from './read-article'
import { readDeskArticle } from './read-desk-article'
import { submitArticle } from './submit-article'
import { withdrawArticle } from './withdraw-article'

let t: TestTenant
beforeAll(async () => {
  t = await createTestTenant()
})

test('an article is published by its board, read by the members below, and asks for its spoken form', async () => {
  const contributor = await t.as('contributor', t.units.grassroots)
  const chief = await t.as('editor_in_chief', t.units.grassroots)
  const reader = await t.as('member')
  const drafted = await makeArticle(contributor, { unitId: t.units.grassroots.id })
  const version = { articleId: drafted.id, version: 1 }
  await expect(readArticle(reader, { articleId: drafted.id })).rejects.toMatchObject({ kind: 'not-found' })

  await submitArticle(contributor, version)
  await publishArticle(chief, version)
  expect(await readArticle(reader, { articleId: drafted.id })).toMatchObject({
    title: drafted.title,
    unitName: t.units.grassroots.name,
    column: 'Thời sự',
    hasAudio: false,
  })
  const asked = await t.ctx.db.select().from(outbox).where(eq(outbox.job, 'news.synthesize-audio'))
  expect(asked).toMatchObject([{ job: 'news.synthesize-audio', input: version }])
  const acts = (await t.ctx.db.select().from(auditEntry)).filter((row) => row.subjectId === drafted.id)
  expect(acts.map((row) => row.action)).toEqual(['news.drafted', 'news.submitted', 'news.published'])
})

test('a board publishes for its own part of the tree alone, and nobody without the role publishes', async () => {
  const other = await t.make.unit({ parentId: t.units.root.id, level: 'grassroots', name: 'Đảng bộ khác' })
  const chief = await t.as('editor_in_chief', t.units.grassroots)
  const foreign = await makeArticle(t.ctx, { unitId: other.id })
  const notFound = { kind: 'not-found' }
  const version = { articleId: foreign.id, version: 1 }
  await expect(publishArticle(chief, version)).rejects.toMatchObject(notFound)
  await expect(submitArticle(chief, version)).rejects.toMatchObject(notFound)
  await expect(readDeskArticle(chief, version)).rejects.toMatchObject(notFound)
  const contributor = await t.as('contributor', other)
  await expect(publishArticle(contributor, version)).rejects.toMatchObject(notFound)
  await expect(publishArticle(t.actingAs({ kind: 'anonymous' }), version)).rejects.toMatchObject({
    kind: 'unauthenticated',
  })
})

test('a cell without a board of its own is published by the nearest board above, not by its own secretary', async () => {
  const secretary = await t.as('cell_secretary')
  const drafted = await makeArticle(secretary, { unitId: t.units.cell.id })
  const version = { articleId: drafted.id, version: 1 }
  await expect(publishArticle(secretary, version)).rejects.toMatchObject({ kind: 'not-found' })
  const chief = await t.as('editor_in_chief', t.units.grassroots)
  expect(await publishArticle(chief, version)).toMatchObject({ status: 'published', publishedBy: chief.actor.memberId })
})

test('published twice, or on an old version, is a conflict', async () => {
  const chief = await t.as('editor_in_chief', t.units.root)
  const drafted = await makeArticle(chief, { unitId: t.units.root.id })
  const publish = (version: number) => publishArticle(chief, { articleId: drafted.id, version })
  await expect(publish(2)).rejects.toMatchObject({ kind: 'conflict', code: 'news.changed-meanwhile' })
  const both = await Promise.allSettled([publish(1), publish(1)])
  expect(both.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
  await expect(publish(1)).rejects.toMatchObject({ code: 'news.is-published' })
})

test('a withdrawn article is gone for readers and keeps its reason in the newsroom', async () => {
  const chief = await t.as('editor_in_chief', t.units.root)
  const reader = await t.as('member')
  const { id: articleId } = await makeArticle(chief, { unitId: t.units.root.id, published: true })
  await withdrawArticle(chief, { articleId, reason: 'Số liệu cần kiểm tra lại' })
  await expect(readArticle(reader, { articleId })).rejects.toMatchObject({ kind: 'not-found' })
  const { articles } = await listPublishedArticles(reader)
  expect(articles.map((card) => card.id)).not.toContain(articleId)
  expect(await readDeskArticle(chief, { articleId })).toMatchObject({
    status: 'withdrawn',
    withdrawalReason: 'Số liệu cần kiểm tra lại',
  })
  await expect(withdrawArticle(chief, { articleId, reason: 'Lần nữa' })).rejects.toMatchObject({
    code: 'news.is-withdrawn',
  })
})

test('a province that has the module off has neither articles nor a desk', async () => {
  const off = await createTestTenant({ modules: ['documents'] })
  await expect(listPublishedArticles(await off.as('member'))).rejects.toMatchObject({ kind: 'not-found' })
})
