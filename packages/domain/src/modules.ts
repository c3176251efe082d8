import type { ModuleManifest } from '@sotay/kernel'
import { accounts } from './accounts'
import { members } from './members'
import { news } from './news'
import { organisation } from './organisation'

/** Every business module of the platform, in an order in which each follows those it depends on. */
export const modules: readonly ModuleManifest[] = [organisation, members, accounts, news]
