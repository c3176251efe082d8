import { index, type RouteConfig, route } from '@remix-run/route-config'
import { accounts } from './modules/accounts/routes'
import { adoption } from './modules/adoption/routes'
import { authority } from './modules/authority/routes'
import { cards } from './modules/cards/routes'
import { dossiers } from './modules/dossiers/routes'
import { imports } from './modules/imports/routes'
import { members } from './modules/members/routes'
import { news } from './modules/news/routes'
import { organisation } from './modules/organisation/routes'
import { reorganisation } from './modules/reorganisation/routes'
import { settings } from './modules/settings/routes'
import { support } from './modules/support/routes'
import { transfers } from './modules/transfers/routes'

export default [
  index('modules/home/home.tsx'),
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
  route('ngoai-tuyen', 'shell/offline.tsx'),
  route('hien-thi', 'shell/appearance.tsx'),
  route('*', 'shell/not-found.tsx'),
] satisfies RouteConfig
