import { exportOwnData, ownDataWorkbook } from '@sotay/domain/accounts'
import { writeRejected } from '@sotay/domain/imports'
import { makeCheckedImport, makeRosterFile } from '@sotay/domain/imports/factory'
import { exportMembers } from '@sotay/domain/members'
import { exportTree } from '@sotay/domain/organisation'
import { openTable } from '@sotay/sheets'
import { inPieces } from '@sotay/sheets/factory'
import { createTestTenant, type TestTenant } from '@sotay/testing'
import { beforeAll, describe, expect, test } from 'vitest'

/** What a sheet would run, were it not kept as text. */
const names = ['=HYPERLINK("http://x";"y")', '=1+1 Văn', '+84 912 Thị', '-2+3 Văn', '@SUM(A1) Thị', "'=1+1 Văn"]

let tenant: TestTenant
beforeAll(async () => {
  tenant = await createTestTenant()
  const { make, units } = tenant
  for (const fullName of names) {
    await make.member({ fullName })
    await make.unit({ parentId: units.grassroots.id, level: 'cell', kind: 'cell', name: fullName })
  }
})

async function cellsOf(content: Buffer): Promise<Set<string>> {
  const cells = new Set<string>()
  for await (const line of openTable(inPieces(content), 'a.xlsx')) for (const cell of line.cells) cells.add(cell)
  return cells
}

const sheets: Record<string, () => Promise<Buffer>> = {
  'the roster': async () => (await exportMembers(tenant.ctx, { columns: ['fullName', 'unit'] })).content,
  'the tree': async () => (await exportTree(tenant.ctx, {})).content,
  'rejected rows': async () => {
    const file = await makeRosterFile(names.map((fullName) => ({ fullName, cardNumber: 'sai', unit: 'Không có' })))
    const batchId = await makeCheckedImport(tenant.ctx, { unitId: tenant.units.cell.id, file })
    const words = { sheet: 'A', reason: 'Lý do', sentence: () => '=sai' }
    return (await writeRejected(tenant.ctx, { batchId }, words)).file
  },
}

describe('H38: a name that would be a formula', () => {
  test.each(Object.entries(sheets))('is the same text in %s', async (_, write) => {
    const cells = await cellsOf(await write())
    // A cell that computes comes back as what it came to, or empty.
    expect(names.filter((name) => !cells.has(name))).toEqual([])
  })

  test.each(names)('%s is the same text in one’s own data', async (fullName) => {
    const { id: memberId } = await tenant.make.member({ fullName })
    const as = await tenant.as('member')
    const own = { ...as, actor: { ...as.actor, memberId } }
    expect(await cellsOf(await ownDataWorkbook(await exportOwnData(own)))).toContain(fullName)
  })
})
