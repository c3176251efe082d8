import type { RouteCases } from './route-case'

export const organisation: RouteCases = {}
