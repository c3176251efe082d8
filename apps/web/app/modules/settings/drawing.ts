import { openDrawing } from '@sotay/domain/settings'
import { tenantLoader } from '../../server/tenant-loader'

/** The emblem or ground as drafted, for those who draft it. */
export const loader = tenantLoader(async (ctx, { url }) => {
  const drawing = url.searchParams.get('loai') === 'nen' ? 'ground' : 'emblem'
  const { content, contentType } = await openDrawing(ctx, { drawing })
  return new Response(new Uint8Array(content), {
    headers: {
      'Content-Type': contentType,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    },
  })
})
