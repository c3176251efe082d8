import { parseTenantFile, type TenantConfiguration } from '@sotay/tenant-config'
import base from './province.yaml?raw'

/** The configuration of a test's own province, with what the test wants otherwise. */
export function testConfiguration(slug: string, change: Partial<TenantConfiguration> = {}): TenantConfiguration {
  return { ...parseTenantFile(base.replaceAll('SLUG', slug), `${slug}.yaml`), ...change }
}
