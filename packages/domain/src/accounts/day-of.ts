import { dayIn, type TenantContext } from '@sotay/kernel'

/** Today in the province. */
export const dayOf = ({ config, clock }: Pick<TenantContext, 'config' | 'clock'>): string =>
  dayIn(config.timezone, clock.now())
