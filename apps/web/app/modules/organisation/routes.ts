import { route } from '@remix-run/route-config'

const at = (path: string, file: string) => route(`to-chuc${path}`, `modules/organisation/${file}`)

export const organisation = [
  at('', 'tree.tsx'),
  at('/so-sanh', 'comparison.tsx'),
  at('/xuat', 'export-tree.ts'),
  at('/quyet-dinh/:decisionId', 'decision-scan.ts'),
  at('/:unitId', 'unit.tsx'),
  at('/:unitId/ban-in', 'print-unit.ts'),
]
