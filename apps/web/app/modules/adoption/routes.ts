import { route } from '@remix-run/route-config'

const at = (path: string, file: string, id?: string) =>
  route(path, `modules/adoption/${file}`, id === undefined ? {} : { id })

export const adoption = [
  at('thong-ke/su-dung', 'overview.tsx', 'adoption-overview'),
  at('thong-ke/su-dung/:unitId', 'overview.tsx', 'adoption-unit'),
  at('thong-ke/su-dung/:unitId/bang.xlsx', 'units-workbook.ts'),
  at('thong-ke/su-dung/:unitId/ban-in', 'print-adoption.ts'),
  at('thong-ke/su-dung/:unitId/danh-sach', 'names.tsx'),
  at('thong-ke/su-dung/:unitId/danh-sach.xlsx', 'names-workbook.ts'),
  at('thong-ke/dien-thoai', 'census-cells.tsx'),
  at('thong-ke/dien-thoai/:unitId', 'census.tsx'),
]
