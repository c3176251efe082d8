import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '../../apps/web/app/routes'

/** Every path of the provincial site, from its own route table. */
export function sitePaths(entries: readonly RouteConfigEntry[] = routes as RouteConfigEntry[], above = ''): string[] {
  return entries.flatMap((entry) => {
    const path = entry.path ? `${above}/${entry.path}` : above
    return [path || '/', ...sitePaths(entry.children ?? [], path)]
  })
}
