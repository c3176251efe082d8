import { buffer } from 'node:stream/consumers'
import { openPhoto } from '@sotay/domain/dossiers'
import { isId, NotFound } from '@sotay/kernel'
import { tenantLoader } from '../../server/tenant-loader'

/** A portrait, for who may open the file it belongs to; kept by no cache on the way. */
export const loader = tenantLoader(async (ctx, { params }) => {
  const memberId = params.memberId ?? ''
  if (!isId(memberId)) throw new NotFound()
  const { body } = await openPhoto(ctx, { memberId })
  return new Response(new Uint8Array(await buffer(body)), {
    headers: {
      'Content-Type': 'image/jpeg',
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
})
