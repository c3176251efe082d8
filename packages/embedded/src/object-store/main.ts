import { EmbeddedError } from '../embedded-error'
import { serveObjectStore } from './serve-object-store'

/**
 * Entry of the object store's own process. Environment: SOTAY_OBJECT_ROOT, SOTAY_OBJECT_PORT (0: a free one),
 * SOTAY_S3_REGION, SOTAY_S3_ACCESS_KEY, SOTAY_S3_SECRET_KEY. Prints {"port":…} once it answers, or {"error":…,"hint":…}
 * and exits 1. Ends on SIGTERM, and when its standard input ends (its starter has died).
 */
async function main(): Promise<void> {
  const env = (name: string, otherwise = '') => process.env[name] ?? otherwise
  const store = await serveObjectStore({
    root: env('SOTAY_OBJECT_ROOT'),
    port: Number(env('SOTAY_OBJECT_PORT', '0')),
    region: env('SOTAY_S3_REGION', 'us-east-1'),
    accessKey: env('SOTAY_S3_ACCESS_KEY'),
    secretKey: env('SOTAY_S3_SECRET_KEY'),
    log: (line) => console.error(line),
  })
  console.log(JSON.stringify({ port: store.port }))
  const leave = () => void store.close().then(() => process.exit(0))
  process.once('SIGTERM', leave)
  process.on('SIGINT', () => undefined)
  process.stdin.resume().once('end', leave).once('error', leave)
}

main().catch((error) => {
  const known = error instanceof EmbeddedError
  console.log(JSON.stringify({ error: known ? error.message : String(error), hint: known ? error.hint : '' }))
  process.exit(1)
})
