import { authorize, NotFound } from '@sotay/kernel'
import { tenantLoader } from './tenant-loader'

/** The loader of an address that takes posts alone: a stranger signs in first, everybody else finds nothing to read. */
export const postOnly = (permission: string) =>
  tenantLoader(async (ctx): Promise<never> => {
    authorize(ctx, permission)
    throw new NotFound()
  })
