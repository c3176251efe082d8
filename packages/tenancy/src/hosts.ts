import type { TenantRecord } from './catalogue'

/** The suffix under which every province answers on the machine itself. */
const LOCAL_SUFFIX = '.localhost'

/** A request's host without its port, in lower case; nothing when it is not a host name. */
export function hostName(header: string | undefined): string | undefined {
  const match = header?.toLowerCase().match(/^([a-z0-9.-]{1,253})(?::\d{1,5})?$/)
  return match?.[1]
}

/** Finds a province by host name: its domains, and `SLUG.localhost`. Built once per reading of the catalogue. */
export function hostTable(tenants: readonly TenantRecord[]): Map<string, TenantRecord> {
  const table = new Map<string, TenantRecord>()
  for (const entry of tenants) {
    table.set(`${entry.slug}${LOCAL_SUFFIX}`, entry)
    for (const domain of entry.domains) table.set(domain, entry)
  }
  return table
}
