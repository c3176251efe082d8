import type { IncomingMessage } from 'node:http'

/** What a request says of where it came from, once only trusted proxies are believed (H4). */
export interface Arrival {
  /** Host with its port, as the visitor typed it. */
  host: string | undefined
  /** The visitor's address. */
  address: string
  secure: boolean
}

/** @param trusted addresses of the proxies in front; from any other, X-Forwarded-* is ignored */
export function arrivalOf(incoming: IncomingMessage, trusted: ReadonlySet<string>): Arrival {
  const peer = plain(incoming.socket.remoteAddress ?? '')
  const header = (name: string) => {
    const value = incoming.headers[name]
    return Array.isArray(value) ? value[0] : value
  }
  if (!trusted.has(peer)) return { host: header('host'), address: peer, secure: false }
  const hops = (header('x-forwarded-for') ?? '').split(',').map((hop) => plain(hop.trim()))
  const visitor = hops.reverse().find((hop) => hop && !trusted.has(hop))
  return {
    host: header('x-forwarded-host') ?? header('host'),
    address: visitor ?? peer,
    secure: header('x-forwarded-proto') === 'https',
  }
}

const plain = (address: string) => address.replace(/^::ffff:/, '')
