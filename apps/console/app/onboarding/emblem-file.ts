import { NotFound } from '@sotay/kernel'
import { draftFile } from '@sotay/operations/onboarding'
import { operatorLoader } from '../server/operator-loader'

/** A draft's emblem as it was painted. */
export const loader = operatorLoader('operator', async (ctx, { params }) => {
  const body = await draftFile(ctx, params.draft ?? '', 'emblem')
  if (!body) throw new NotFound()
  return new Response(new Uint8Array(body), { headers: { 'Content-Type': 'image/svg+xml' } })
})
