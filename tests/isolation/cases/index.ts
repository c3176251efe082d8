import { accounts } from './accounts'
import { adoption } from './adoption'
import { authority } from './authority'
import { cards } from './cards'
import { dossiers } from './dossiers'
import { imports } from './imports'
import { members } from './members'
import { news } from './news'
import { organisation } from './organisation'
import { reorganisation } from './reorganisation'
import type { RouteCases } from './route-case'
import { settings } from './settings'
import { shell } from './shell'
import { support } from './support'
import { transfers } from './transfers'

/** One case for each route of the site, by module. */
export const cases: RouteCases = {
  ...shell,
  ...organisation,
  ...reorganisation,
  ...members,
  ...dossiers,
  ...imports,
  ...transfers,
  ...cards,
  ...accounts,
  ...authority,
  ...adoption,
  ...settings,
  ...news,
  ...support,
}
