import { Conflict, type TenantContext } from '@sotay/kernel'
import { inForce } from '@sotay/tenant-config'
import type { UnitKind } from './schema'

export interface Standing {
  kind: UnitKind
  level: string
}

/** The order of the levels, top first; whatever is none of them, such as an agency, comes last. */
export function levelRank({ config }: Pick<TenantContext, 'config'>, level: string): number {
  const rank = config.organisation.levels.findIndex((entry) => entry.key === level)
  return rank < 0 ? config.organisation.levels.length : rank
}

/**
 * Whether a unit of a kind and level may hang under another: committees hold lower levels and agencies, cells hold nothing.
 * @throws Conflict when the level is unknown, or may not hang there
 * Source: QN 2.2–2.4
 */
export function assertHangs(ctx: TenantContext, { kind, level }: Standing, parent: Standing | undefined): void {
  if (parent?.kind === 'cell' || parent?.kind === 'agency') throw new Conflict('organisation.holds-nothing', { level })
  if (kind === 'agency') return
  const { levels } = ctx.config.organisation
  if (!levels.some((entry) => entry.key === level)) throw new Conflict('organisation.unknown-level', { level })
  if (parent && levelRank(ctx, parent.level) >= levelRank(ctx, level)) {
    throw new Conflict('organisation.level-order', { level: levelName(ctx, level) })
  }
}

/** @throws Conflict when no unit of the level begins on that day any more, or yet */
export function assertLevelOpen(ctx: TenantContext, level: string, on: string): void {
  const found = ctx.config.organisation.levels.find((entry) => entry.key === level)
  if (!found) throw new Conflict('organisation.unknown-level', { level })
  if (!inForce(found, on)) throw new Conflict('organisation.level-closed', { level: found.name })
}

export const levelName = ({ config }: Pick<TenantContext, 'config'>, level: string): string =>
  config.organisation.levels.find((entry) => entry.key === level)?.name ?? level
