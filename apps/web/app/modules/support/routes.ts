import { route } from '@remix-run/route-config'

export const support = [
  route('ho-tro/vao', 'modules/support/door.tsx'),
  route('quan-tri/ho-tro', 'modules/support/visits.tsx'),
]
