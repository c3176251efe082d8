import { index, type RouteConfig, route } from '@remix-run/route-config'

export default [
  index('modules/home/home.tsx'),
  route('ngoai-tuyen', 'shell/offline.tsx'),
  route('hien-thi', 'shell/appearance.tsx'),
  route('*', 'shell/not-found.tsx'),
] satisfies RouteConfig
