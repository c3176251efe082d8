import type { RouteCases } from './route-case'

export const support: RouteCases = {
  '/ho-tro/vao': { who: 'public' },
  '/quan-tri/ho-tro': { who: 'support.manage' },
}
