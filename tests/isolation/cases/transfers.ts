import { makeTransfer } from '@sotay/domain/transfers/factory'
import { systemClock } from '@sotay/kernel'
import type { PeopledProvince } from '../../harness/province'
import type { RouteCases } from './route-case'

const asked = (upTo: 'requested' | 'decided') => async (province: PeopledProvince) => {
  const { make, units } = province
  const ctx = { ...province.ctx, clock: systemClock }
  const member = await make.member({ memberSince: '2024-01-01' })
  const other = await make.unit({ parentId: units.root.id, level: 'grassroots', kind: 'cell' })
  return (await makeTransfer(ctx, { memberId: member.id, toUnitId: other.id, upTo })).id
}
const someone = async ({ make }: PeopledProvince) => (await make.member()).id

export const transfers: RouteCases = {
  '/toi/chuyen-sinh-hoat': { who: 'signed-in' },
  '/dang-vien/chuyen-sinh-hoat': { who: 'transfers.read' },
  '/dang-vien/chuyen-sinh-hoat/moi': { who: 'transfers.request' },
  '/dang-vien/chuyen-sinh-hoat/nhan': { who: 'transfers.receive' },
  '/dang-vien/chuyen-sinh-hoat/:transferId': {
    who: 'transfers.read',
    id: asked('requested'),
    opener: 'cell_secretary',
  },
  '/dang-vien/chuyen-sinh-hoat/:transferId/giay-gioi-thieu.pdf': {
    who: 'transfers.read',
    id: asked('decided'),
    opener: 'cell_secretary',
  },
  '/dang-vien/chuyen-sinh-hoat/:transferId/giay-gioi-thieu.docx': {
    who: 'transfers.read',
    id: asked('decided'),
    opener: 'cell_secretary',
  },
  // Files cross the border of a province: none is there for a transfer within it.
  '/dang-vien/chuyen-sinh-hoat/:transferId/tep.json': { who: 'transfers.decide', id: asked('requested') },
  '/dang-vien/chuyen-sinh-hoat/:transferId/bien-nhan.json': { who: 'transfers.read', id: asked('requested') },
  // Leads on to the form, which has a case of its own.
  '/dang-vien/:memberId/chuyen': {
    who: 'transfers.request',
    id: someone,
    opener: 'cell_secretary',
    leadsOn: true,
  },
}
