import { index, type RouteConfig, route } from '@remix-run/route-config'
import { accounts } from './modules/accounts/routes'
import { news } from './modules/news/routes'

export default [
  index('modules/home/home.tsx'),
  ...accounts,
  ...news,
  route('ngoai-tuyen', 'shell/offline.tsx'),
  route('hien-thi', 'shell/appearance.tsx'),
  route('*', 'shell/not-found.tsx'),
] satisfies RouteConfig
