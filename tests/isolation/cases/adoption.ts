import type { RouteCases } from './route-case'

export const adoption: RouteCases = {}
