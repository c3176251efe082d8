import type { TenantContext } from '@sotay/kernel'

export interface Province {
  id: string
  /** False while it is suspended or not yet there: its work waits. */
  active: boolean
}

/** The provinces as the worker sees them. */
export interface Provinces {
  list(): readonly Province[]
  /** @param key the work's key; handlers find it as `ctx.requestId` */
  context(province: Province, job: string, key: string): Promise<TenantContext>
}
