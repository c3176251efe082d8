import { NotFound } from '@sotay/kernel'
import { operatorLoader } from '../server/operator-loader'

/** Any other address. Who is not signed in is asked to sign in, as everywhere. */
export const loader = operatorLoader('viewer', async () => {
  throw new NotFound()
})

export default function NotFoundPage() {
  return null
}
