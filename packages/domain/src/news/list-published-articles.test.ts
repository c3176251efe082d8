import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import { makeArticle } from './factory'
import type { ListPublished } from './inputs'
import { listPublishedArticles } from './list-published-articles'

let t: TestTenant
let titles: (input?: ListPublished) => Promise<string[]>
beforeAll(async () => {
  t = await createTestTenant()
  const reader = await t.as('member')
  titles = async (input) => (await listPublishedArticles(reader, input)).articles.map((card) => card.title)
  const elsewhere = await t.make.unit({
    parentId: t.units.grassroots.id,
    level: 'cell',
    kind: 'cell',
    name: 'Chi bộ khác',
  })
  const agency = await t.make.unit({ parentId: t.units.root.id, level: 'office', kind: 'agency', name: 'Văn phòng' })
  const places = {
    tỉnh: t.units.root,
    'văn phòng': agency,
    'cơ sở': t.units.grassroots,
    'chi bộ': t.units.cell,
    'nơi khác': elsewhere,
  }
  for (const [title, unit] of Object.entries(places)) {
    t.clock.advance(1)
    const column = title === 'cơ sở' ? 'xay-dung-dang' : 'thoi-su'
    await makeArticle(t.ctx, { unitId: unit.id, title, column, published: true })
  }
})

test('a member reads what the units on his own way published, newest first, and no other cell', async () => {
  expect(await titles()).toEqual(['chi bộ', 'cơ sở', 'văn phòng', 'tỉnh'])
})

test('tabs part the way: province, what lies between, own cell; an agency speaks for its committee', async () => {
  expect(await titles({ tab: 'province' })).toEqual(['văn phòng', 'tỉnh'])
  expect(await titles({ tab: 'upper' })).toEqual(['cơ sở'])
  expect(await titles({ tab: 'cell' })).toEqual(['chi bộ'])
})

test('a column narrows; an unknown one has nothing; a broken key begins anew', async () => {
  expect(await titles({ column: 'xay-dung-dang' })).toEqual(['cơ sở'])
  expect(await titles({ column: "x' or true" })).toEqual([])
  expect(await titles({ after: 'nonsense' })).toHaveLength(4)
})

test('pages follow each other without gap or repetition, also among articles of one moment', async () => {
  const same = await createTestTenant()
  for (let n = 0; n < 7; n++)
    await makeArticle(same.ctx, { unitId: same.units.cell.id, title: `Bài ${n}`, published: true })
  const reader = await same.as('member')
  const seen: string[] = []
  let after: string | undefined
  for (let page = 0; page < 4; page++) {
    const { articles, next } = await listPublishedArticles(reader, { limit: 3, after })
    seen.push(...articles.map((card) => card.title))
    if (!next) break
    after = next
  }
  expect(seen).toHaveLength(7)
  expect(new Set(seen).size).toBe(7)
})
