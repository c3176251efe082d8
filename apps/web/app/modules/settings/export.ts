import { exportFile } from '@sotay/domain/settings'
import { tenantLoader } from '../../server/tenant-loader'

/** The configuration in force as a tenant.yaml, to keep and to import again. */
export const loader = tenantLoader(async (ctx) => {
  const text = await exportFile(ctx)
  return new Response(text, {
    headers: {
      'Content-Type': 'application/yaml; charset=utf-8',
      'Content-Disposition': 'attachment; filename="tenant.yaml"',
      'X-Content-Type-Options': 'nosniff',
    },
  })
})
