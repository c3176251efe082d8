import type { RouteCases } from './route-case'

export const shell: RouteCases = {
  '/': { who: 'public' },
  '/*': { who: 'public' },
  '/ngoai-tuyen': { who: 'public' },
  '/hien-thi': { who: 'public', postOnly: true },
}
