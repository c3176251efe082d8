import { text } from 'node:stream/consumers'
import type { JobPorts } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { makeArticle } from './factory'
import { openArticleAudio } from './open-article-audio'
import { readArticle } from './read-article'
import { articleAudio } from './schema'
import { synthesizeAudio } from './synthesize-audio'
import { withdrawArticle } from './withdraw-article'

let t: TestTenant
beforeAll(async () => {
  t = await createTestTenant()
})
const said: string[] = []
const ports: JobPorts = {
  sendText: async () => {},
  synthesize: async (words) => {
    said.push(words)
    return { audio: Buffer.from('tiếng nói'), contentType: 'audio/mpeg' }
  },
}
const speak = (articleId: string, given = ports) =>
  synthesizeAudio.handler(
    t.actingAs({ kind: 'job', job: synthesizeAudio.name }),
    { articleId, version: 1 } as never,
    given,
  )
const rowsOf = (articleId: string) => t.ctx.db.select().from(articleAudio).where(eq(articleAudio.articleId, articleId))

test('an article is spoken once, however often the job runs, and heard by those who may read it', async () => {
  const { id: articleId } = await makeArticle(t.ctx, {
    unitId: t.units.grassroots.id,
    title: 'Tin',
    summary: 'Gọn',
    body: '<p>A</p><p>B</p>',
    published: true,
  })
  await Promise.all([speak(articleId), speak(articleId)])
  await speak(articleId)
  expect(await rowsOf(articleId)).toMatchObject([{ version: 1, contentType: 'audio/mpeg' }])
  expect(said.at(-1)).toBe('Tin.\n\nGọn.\n\nA\n\nB')

  const reader = await t.as('member')
  expect(await readArticle(reader, { articleId })).toMatchObject({ hasAudio: true })
  const audio = await openArticleAudio(reader, { articleId })
  expect([audio.contentType, await text(audio.body)]).toEqual(['audio/mpeg', 'tiếng nói'])

  const elsewhere = await t.make.unit({ parentId: t.units.root.id, level: 'grassroots', name: 'Nơi khác' })
  const outsider = { ...reader, actor: { ...reader.actor, unitId: elsewhere.id, path: elsewhere.path } }
  await expect(openArticleAudio(outsider, { articleId })).rejects.toMatchObject({ kind: 'not-found' })
})

test('a machine without a voice, and an article withdrawn meanwhile, end the job with nothing kept', async () => {
  const { id: articleId } = await makeArticle(t.ctx, { unitId: t.units.root.id, published: true })
  await speak(articleId, { sendText: ports.sendText })
  expect(await rowsOf(articleId)).toEqual([])
  await withdrawArticle(t.ctx, { articleId, reason: 'Nhầm' })
  await speak(articleId)
  expect(await rowsOf(articleId)).toEqual([])
})
