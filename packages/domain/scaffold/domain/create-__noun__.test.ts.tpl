import { NotFound } from '@sotay/kernel'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, expect, test } from 'vitest'
import { create__Noun__, list__Noun__s } from '.'

let tenant: TestTenant
beforeAll(async () => {
  tenant = await createTestTenant({ modules: ['__key__'] })
})

test('a __noun__ is found in its own cell and not in another', async () => {
  const { units, make } = tenant
  const other = await make.unit({ parentId: units.grassroots.id, level: 'cell', kind: 'cell' })
  const secretary = await tenant.as('cell_secretary')
  const created = await create__Noun__(secretary, { unitId: units.cell.id, title: 'Một việc' })
  expect((await list__Noun__s(secretary, { after: null })).map((row) => row.id)).toEqual([created.id])
  await expect(create__Noun__(secretary, { unitId: other.id, title: 'Ngoài phạm vi' })).rejects.toThrow(NotFound)
})
