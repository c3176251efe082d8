import type { PeopledProvince } from '../../harness/province'
import type { RouteCases } from './route-case'

const cell = async ({ units }: PeopledProvince) => units.cell.id

export const adoption: RouteCases = {
  '/thong-ke/su-dung': { who: 'adoption.read' },
  '/thong-ke/su-dung/:unitId': { who: 'adoption.read', id: cell, opener: 'cell_secretary' },
  '/thong-ke/su-dung/:unitId/bang.xlsx': { who: 'adoption.read', id: cell, opener: 'cell_secretary' },
  '/thong-ke/su-dung/:unitId/ban-in': { who: 'adoption.read', id: cell, opener: 'cell_secretary' },
  '/thong-ke/su-dung/:unitId/danh-sach': { who: 'adoption.names', id: cell, opener: 'cell_secretary' },
  '/thong-ke/su-dung/:unitId/danh-sach.xlsx': { who: 'adoption.names', id: cell, opener: 'cell_secretary' },
  '/thong-ke/dien-thoai': { who: 'adoption.census' },
  '/thong-ke/dien-thoai/:unitId': { who: 'adoption.census', id: cell, opener: 'cell_secretary' },
}
