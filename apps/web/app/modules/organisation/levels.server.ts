import type { TenantContext } from '@sotay/kernel'
import type { LevelName } from './levels'

/** The province's levels by their own names, top first. */
export const levelsOf = ({ config }: TenantContext): LevelName[] =>
  config.organisation.levels.map(({ key, name, members }) => ({ key, name, members: members ?? false }))
