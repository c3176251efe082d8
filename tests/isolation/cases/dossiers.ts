import type { RouteCases } from './route-case'

export const dossiers: RouteCases = {}
