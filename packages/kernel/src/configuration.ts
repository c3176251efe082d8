import type { ModuleKey, RoleKey, TenantConfiguration } from '@sotay/tenant-config'
import type {
  Audience,
  Consequence,
  CoreModuleKey,
  Headcount,
  ModuleManifest,
  NavItem,
  PersonalData,
  Reaction,
} from './module'
import { reactionsOf } from './reactions'

/** A province's configuration with what every request would else work out again. */
export interface CompiledConfiguration extends TenantConfiguration {
  revision: number
  enabled: ReadonlySet<ModuleKey | CoreModuleKey>
  /** Modules that the province lists and the vendor has not opened to it yet: they are off. */
  held: ReadonlySet<string>
  /** Permission to audience; a permission of a module that is off is absent. */
  access: ReadonlyMap<string, 'public' | 'signed-in' | ReadonlySet<RoleKey>>
  navigation: readonly NavItem[]
  /** Permissions that nobody on a support visit holds. */
  closedToVisitors: ReadonlySet<string>
  /** What follows an audited act. */
  reactions: ReadonlyMap<string, readonly Reaction[]>
  /** The roster's count of members by unit; absent where no module keeps a roster. */
  headcount?: Headcount
  /** What an audited act brings with it in its own transaction. */
  consequences: readonly Consequence[]
  /** What each module holds on a member, whether it is on or off. */
  personalData: readonly PersonalData[]
  /** What another configuration would mean to the same modules, for looking at it before it is published. */
  recompile(changed: TenantConfiguration): CompiledConfiguration
}

/**
 * Works out what a revision means: which modules are on, who may do what, what the navigation holds.
 * Roles' own `grants` add to the manifests' audiences (QN 6, R4).
 */
export function compileConfiguration(
  config: TenantConfiguration,
  revision: number,
  manifests: readonly ModuleManifest[],
  heldBack: readonly string[] = [],
): CompiledConfiguration {
  const cells = config.organisation.levels.some((level) => level.members)
  const held = new Set<string>(config.modules.filter((listed) => heldBack.includes(listed)))
  const on = manifests.filter(
    ({ key, core, ofCells }) =>
      (core || config.modules.some((listed) => listed === key && !held.has(listed))) && (cells || !ofCells),
  )
  const access = new Map<string, 'public' | 'signed-in' | ReadonlySet<RoleKey>>()
  for (const manifest of on) {
    for (const [name, audience] of Object.entries(manifest.permissions)) {
      const permission = `${manifest.key}.${name}`
      access.set(permission, withGrants(audience, permission, config))
    }
  }
  return {
    ...config,
    revision,
    enabled: new Set(on.map((manifest) => manifest.key)),
    held,
    access,
    navigation: on.flatMap((manifest) => manifest.nav),
    closedToVisitors: new Set(
      on.flatMap(({ key, closedToVisitors = [] }) => closedToVisitors.map((name) => `${key}.${name}`)),
    ),
    reactions: reactionsOf(on),
    headcount: on.find(({ headcount }) => headcount)?.headcount,
    consequences: on.flatMap(({ consequences }) => consequences ?? []),
    personalData: manifests.flatMap(({ personalData }) => personalData ?? []),
    recompile: (changed) => compileConfiguration(changed, revision, manifests, heldBack),
  }
}

function withGrants(audience: Audience, permission: string, config: TenantConfiguration) {
  if (typeof audience === 'string') return audience
  const granted = config.roles.filter((role) => role.grants?.includes(permission)).map((role) => role.key)
  return new Set([...audience, ...granted])
}
