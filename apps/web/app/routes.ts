import { index, type RouteConfig, route } from '@remix-run/route-config'
import { accounts } from './modules/accounts/routes'

export default [
  index('modules/home/home.tsx'),
  ...accounts,
  route('ngoai-tuyen', 'shell/offline.tsx'),
  route('hien-thi', 'shell/appearance.tsx'),
  route('*', 'shell/not-found.tsx'),
] satisfies RouteConfig
