import { parseTenantFile, type TenantConfiguration } from '@sotay/tenant-config'

/** A small province for tests: three tiers, self-registration, every role. Its rules are nobody's. */
const base = (slug: string) => `
slug: ${slug}
name: Đảng bộ thử ${slug}
kind: province
domains: [${slug}.example.vn]
timezone: Asia/Ho_Chi_Minh
`

/** The configuration of a test's own province, with what the test wants otherwise. */
export function testConfiguration(slug: string, change: Partial<TenantConfiguration> = {}): TenantConfiguration {
  return { ...parseTenantFile(base(slug), `${slug}.yaml`), ...change }
}
