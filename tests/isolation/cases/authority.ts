import type { RouteCases } from './route-case'

export const authority: RouteCases = {}
