import type { RouteCases } from './route-case'

export const imports: RouteCases = {}
