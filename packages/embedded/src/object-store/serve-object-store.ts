import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { EmbeddedError } from '../embedded-error'
import { codeOf, explainFailure } from '../explain-failure'
import { takeOwnerLock } from '../owner-lock'
import { authenticator } from './authenticate'
import { handleRequest, type StoreSettings } from './handle-request'

export type ObjectStoreOptions = {
  /** Folder of the objects, made when missing. */
  root: string
  /** 0 takes a free one. */
  port: number
  host?: string
  accessKey: string
  secretKey: string
  region: string
  /** Largest body of one request in bytes, default 1 GiB. */
  largestBody?: number
  log?: (line: string) => void
}

export type ObjectStore = { port: number; close(): Promise<void> }

/**
 * Serves the S3 protocol from files on disk, for one machine: every request is signed, every write is whole or absent.
 * @throws EmbeddedError in-use, port-in-use, not-writable, disk-full
 */
export async function serveObjectStore(options: ObjectStoreOptions): Promise<ObjectStore> {
  const root = resolve(options.root)
  const { host = '127.0.0.1', region, accessKey, secretKey, largestBody = 1024 ** 3, log = () => undefined } = options
  const release = await prepareRoot(root).catch((error) => {
    throw explainFailure(root, error)
  })
  const authenticate = authenticator({ accessKey, secretKey, region })
  const server = limitedServer({ root, region, authenticate, largestBody, log })
  try {
    server.listen(options.port, host)
    await once(server, 'listening')
  } catch (error) {
    await release()
    throw codeOf(error) === 'EADDRINUSE' ? portInUse(options.port) : explainFailure(root, error)
  }
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const cut = setTimeout(() => server.closeAllConnections(), 5_000)
      await closed
      clearTimeout(cut)
      await release()
    },
  }
}

async function prepareRoot(root: string): Promise<() => Promise<void>> {
  await mkdir(root, { recursive: true, mode: 0o700 })
  const release = await takeOwnerLock(root)
  await rm(join(root, 'drafts'), { recursive: true, force: true })
  for (const folder of ['drafts', 'buckets']) await mkdir(join(root, folder), { recursive: true })
  return release
}

/** A client that is slow with its headers, or silent for a minute, loses its connection; others are not affected. */
function limitedServer(store: StoreSettings): Server {
  const server = createServer({ headersTimeout: 15_000, requestTimeout: 900_000, connectionsCheckingInterval: 5_000 })
  server.timeout = 60_000
  server.keepAliveTimeout = 30_000
  server.maxConnections = 1_024
  server.on('request', (request, response) => void handleRequest(store, request, response))
  server.on('checkContinue', (request, response) => void handleRequest(store, request, response))
  return server
}

const portInUse = (port: number) =>
  new EmbeddedError(
    'port-in-use',
    `Cổng ${port} dành cho kho tệp đang được chương trình khác sử dụng.`,
    'Dừng chương trình đó hoặc chọn cổng khác.',
  )
