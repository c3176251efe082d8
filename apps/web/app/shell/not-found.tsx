import { NotFound } from '@sotay/kernel'
import { tenantLoader } from '../server/tenant-loader'

/** Any other address: the same 404 as an id out of scope. */
export const loader = tenantLoader(async () => {
  throw new NotFound()
})

export default function NotFoundPage() {
  return null
}
