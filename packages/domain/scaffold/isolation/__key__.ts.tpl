import type { RouteCases } from './route-case'

export const __name__: RouteCases = {
  '/__path__': { who: '__key__.read' },
}
