import type { RouteCases } from './route-case'

export const reorganisation: RouteCases = {}
