import { type RouteConfigEntry, route } from '@remix-run/route-config'

const page = (path: string, file: string) => route(`dang-vien/${path}`, `modules/imports/${file}`)

export const imports: RouteConfigEntry[] = [
  page('nhap', 'import-list.tsx'),
  page('nhap/moi', 'new-import.tsx'),
  page('nhap/mau', 'template.ts'),
  page('nhap/:batchId', 'import-batch.tsx'),
  page('nhap/:batchId/dong-loi', 'rejected-rows.ts'),
  page('doi-chieu', 'reconciliation-list.tsx'),
  page('doi-chieu/moi', 'new-reconciliation.tsx'),
  page('doi-chieu/:batchId', 'reconciliation.tsx'),
  page('doi-chieu/:batchId/bien-ban', 'protocol.ts'),
]
