import type { IncomingMessage } from 'node:http'

/** True for a request made on this machine itself: by its peer, and not one that a proxy hands on. */
export function isLoopback({ socket, headers }: IncomingMessage): boolean {
  const peer = (socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  if (headers['x-forwarded-for'] ?? headers.forwarded) return false
  return peer === '::1' || /^127\.\d+\.\d+\.\d+$/.test(peer)
}
