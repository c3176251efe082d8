import { NotFound, type TenantContext } from '@sotay/kernel'
import { type Exemption, inForce, type Target } from '@sotay/tenant-config'

/** How the province counts. @throws NotFound where it does not */
export function rulesOf({ config }: Pick<TenantContext, 'config'>) {
  if (!config.adoption) throw new NotFound()
  return config.adoption
}

/** Since when a sign-in counts as use. */
export const activeSince = (ctx: Pick<TenantContext, 'config' | 'clock'>): Date =>
  new Date(ctx.clock.now().getTime() - rulesOf(ctx).activeDays * 86_400_000)

/** What a target is measured by: columns of the counts. Nothing for what no part of the handbook records yet. */
export function measureOf({
  of,
  counts,
}: Pick<Target, 'of' | 'counts'>): { base: string; reached: string } | undefined {
  const prefix = of === 'members' ? 'expected' : of === 'members-with-smartphone' ? 'counted' : undefined
  if (!prefix || counts === 'meeting-on-app') return undefined
  return { base: prefix, reached: `${prefix}_${counts}` }
}

export interface TargetRule extends Pick<Target, 'key' | 'name' | 'of' | 'counts' | 'percent'> {
  /** Units that the target does not count, with all below them. */
  exempt: Pick<Exemption, 'units' | 'reason'>[]
}

/** The targets of a day with their exemptions of that day. */
export function targetsOn({ config }: Pick<TenantContext, 'config'>, day: string): TargetRule[] {
  const exemptions = config.exemptions.filter((entry) => inForce(entry, day))
  return config.targets
    .filter((target) => inForce(target, day))
    .map(({ key, name, of, counts, percent }) => ({
      ...{ key, name, of, counts, percent },
      exempt: exemptions.filter(({ targets }) => targets.includes(key)).map(({ units, reason }) => ({ units, reason })),
    }))
}
