import { levelInput } from '@sotay/domain/reorganisation/inputs'
import { type TenantContext, todayOf } from '@sotay/kernel'

/** The tier that an address asks for, and the day: today unless it says another. */
export function askedTier(ctx: TenantContext, url: URL) {
  // Neither the top nor the level at which members meet ends as a tier.
  const levels = ctx.config.organisation.levels.slice(1).filter((level) => !level.members)
  const { data: day = todayOf(ctx) } = levelInput.shape.day.safeParse(url.searchParams.get('ngay'))
  return { levels, level: levels.find(({ key }) => key === url.searchParams.get('cap')), day }
}
