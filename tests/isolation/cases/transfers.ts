import type { RouteCases } from './route-case'

export const transfers: RouteCases = {}
