import { makeCheckedImport, makeRosterFile } from '@sotay/domain/imports/factory'
import { systemClock } from '@sotay/kernel'
import type { PeopledProvince } from '../../harness/province'
import type { RouteCases } from './route-case'

const checked =
  (purpose: 'import' | 'reconciliation') =>
  async ({ ctx, units }: PeopledProvince) => {
    const file = await makeRosterFile([{ fullName: 'Lê Văn Thử', cardNumber: 'sai', unit: units.cell.name }])
    return makeCheckedImport({ ...ctx, clock: systemClock }, { unitId: units.cell.id, file, purpose })
  }

const who = 'imports.manage'
const opener = 'cell_secretary'

export const imports: RouteCases = {
  '/dang-vien/nhap': { who },
  '/dang-vien/nhap/moi': { who },
  '/dang-vien/nhap/mau': { who },
  '/dang-vien/nhap/:batchId': { who, id: checked('import'), opener },
  '/dang-vien/nhap/:batchId/dong-loi': { who, id: checked('import'), opener },
  '/dang-vien/doi-chieu': { who },
  '/dang-vien/doi-chieu/moi': { who },
  '/dang-vien/doi-chieu/:batchId': { who, id: checked('reconciliation'), opener },
  '/dang-vien/doi-chieu/:batchId/bien-ban': { who, id: checked('reconciliation'), opener },
}
