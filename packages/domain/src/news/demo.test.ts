import { createTestTenant } from '@sotay/testing'
import { expect, test } from 'vitest'
import { demoNews } from './demo'
import { listDesk } from './list-desk'
import { listPublishedArticles } from './list-published-articles'

test('a demonstration has news of each level and work on the desk', async () => {
  const t = await createTestTenant()
  await demoNews(t.ctx)
  const reader = await t.as('member')
  const count = async (tab: 'all' | 'province' | 'upper' | 'cell') =>
    (await listPublishedArticles(reader, { tab, limit: 50 })).articles.length
  expect([await count('all'), await count('province'), await count('upper'), await count('cell')]).toEqual([
    12, 5, 3, 4,
  ])
  const desk = await listDesk(await t.as('editor', t.units.root))
  expect(new Set(desk.map((row) => row.status))).toEqual(new Set(['draft', 'submitted', 'published']))
})
