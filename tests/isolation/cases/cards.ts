import type { RouteCases } from './route-case'

export const cards: RouteCases = {}
