import type { Probe } from '../probe'
import { accounts } from './accounts'
import { adoption } from './adoption'
import { authority } from './authority'
import { cards } from './cards'
import { dossiers } from './dossiers'
import { imports, members } from './members'
import { organisation, reorganisation } from './organisation'
import { transfers } from './transfers'

/** Verbs of the modules of organisation, members and accounts, by the permission each asks for. */
export const probes: readonly Probe[] = [
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
]
