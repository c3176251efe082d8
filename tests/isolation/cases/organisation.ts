import { recordDecision } from '@sotay/domain/organisation'
import { makeChange } from '@sotay/domain/organisation/factory'
import { transaction } from '@sotay/kernel'
import type { PeopledProvince } from '../../harness/province'
import type { RouteCases } from './route-case'

const cell = async ({ units }: PeopledProvince) => units.cell.id

/** A decision with its scan that renamed a cell of the grassroots committee. */
async function scannedDecision({ ctx, units, make }: PeopledProvince): Promise<string> {
  const file = new File(['%PDF-1.7'], 'quyet-dinh.pdf')
  const paper = { number: '1-QĐ/TU', signedOn: '2024-01-02', signer: 'Nguyễn Văn Ký', file }
  const { id: decisionId } = await transaction(ctx, (tx) => recordDecision(tx, paper))
  const { id: unitId } = await make.unit({ parentId: units.grassroots.id, level: 'cell', kind: 'cell' })
  await makeChange(ctx, { unitId, kind: 'rename', on: '2024-01-03', name: 'Chi bộ đổi tên', decisionId })
  return decisionId
}

export const organisation: RouteCases = {
  '/to-chuc': { who: 'organisation.read' },
  '/to-chuc/so-sanh': { who: 'organisation.browse' },
  '/to-chuc/xuat': { who: 'organisation.export' },
  '/to-chuc/quyet-dinh/:decisionId': {
    who: 'organisation.browse',
    id: scannedDecision,
    opener: 'committee_secretary',
  },
  '/to-chuc/:unitId': { who: 'organisation.read', id: cell, opener: 'member' },
  '/to-chuc/:unitId/ban-in': { who: 'organisation.read', id: cell, opener: 'member' },
}
