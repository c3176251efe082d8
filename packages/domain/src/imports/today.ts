import { dayIn, type TenantContext } from '@sotay/kernel'

/** The province's day, YYYY-MM-DD. */
export const today = ({ config, clock }: Pick<TenantContext, 'config' | 'clock'>): string =>
  dayIn(config.timezone, clock.now())
