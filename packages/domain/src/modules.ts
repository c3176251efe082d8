import type { ModuleManifest } from '@sotay/kernel'
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
import { settings } from './settings'
import { support } from './support'
import { transfers } from './transfers'

/** Every business module of the platform, in an order in which each follows those it depends on. */
export const modules: readonly ModuleManifest[] = [
  organisation,
  members,
  accounts,
  authority,
  reorganisation,
  dossiers,
  transfers,
  cards,
  imports,
  adoption,
  settings,
  support,
  news,
]
