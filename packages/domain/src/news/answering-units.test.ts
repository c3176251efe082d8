import { createTestTenant } from '@sotay/testing'
import { expect, test } from 'vitest'
import { listAnsweringUnits } from './answering-units'
import { makeArticle } from './factory'

test('nobody writes for a unit that has ended or not begun', async () => {
  const t = await createTestTenant()
  const under = { parentId: t.units.root.id, level: 'grassroots' }
  const ended = await t.make.unit({ ...under, name: 'Đảng ủy đã kết thúc', validUntil: '2024-01-10' })
  const planned = await t.make.unit({ ...under, name: 'Đảng ủy sắp lập', validFrom: '2024-01-12' })
  const lastDay = await t.make.unit({ ...under, name: 'Đảng ủy ngày cuối', validUntil: '2024-01-11' })
  const editor = await t.as('editor', t.units.root)
  const ids = (await listAnsweringUnits(editor)).map(({ id }) => id)
  expect(ids).toEqual(expect.arrayContaining([t.units.grassroots.id, lastDay.id]))
  expect(ids).not.toEqual(expect.arrayContaining([ended.id]))
  expect(ids).not.toEqual(expect.arrayContaining([planned.id]))
  for (const unitId of [ended.id, planned.id]) {
    await expect(makeArticle(t.ctx, { unitId })).rejects.toMatchObject({ kind: 'not-found' })
  }
})
