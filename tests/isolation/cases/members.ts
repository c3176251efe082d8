import type { RouteCases } from './route-case'

export const members: RouteCases = {}
