import { route } from '@remix-run/route-config'
import { sectionPaths } from './section-paths'

const at = (path: string, file: string, id?: string) =>
  route(`quan-tri/cau-hinh${path}`, `modules/settings/${file}`, id === undefined ? {} : { id })

export const settings = [
  at('', 'overview.tsx'),
  at('/xem-truoc', 'preview.tsx'),
  at('/lich-su', 'history.tsx'),
  at('/tep', 'file.tsx'),
  at('/tenant.yaml', 'export.ts'),
  at('/hinh-ve', 'drawing.ts'),
  ...Object.entries(sectionPaths).map(([section, path]) => at(`/${path}`, 'section.tsx', `settings-${section}`)),
]
