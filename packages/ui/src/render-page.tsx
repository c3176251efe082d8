import { Writable } from 'node:stream'
import type { ReactElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceProvider } from './nonce'

/**
 * Renders the whole page before its first byte leaves: measured faster than streaming, and an error still changes
 * the status.
 * @throws what a component threw
 */
export function renderPage(page: ReactElement, nonce: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(<NonceProvider value={nonce}>{page}</NonceProvider>, {
      nonce,
      onAllReady: () => pipe(collector(resolve)),
      onShellError: reject,
      onError: reject,
    })
  })
}

/** Takes what is written and hands it on as one buffer: cheaper than a stream that is read again. */
function collector(done: (page: Buffer) => void): Writable {
  const chunks: Buffer[] = []
  return new Writable({
    write(chunk: Buffer, _, next) {
      chunks.push(chunk)
      next()
    },
    final(next) {
      done(withoutGaps(Buffer.concat(chunks)))
      next()
    },
  })
}

// React 18 hands on a full view whose last bytes are zeros where a letter of two or three bytes no longer fitted.
// No page holds a zero byte of its own: HTML knows none.
const withoutGaps = (page: Buffer): Buffer => (page.includes(0) ? page.filter((byte) => byte !== 0) : page) as Buffer
