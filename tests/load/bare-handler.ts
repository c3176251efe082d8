import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { modules } from '@sotay/domain'
import { loadActor } from '@sotay/domain/accounts'
import { openFileStore } from '@sotay/files'
import { openDirectory, readSettings } from '@sotay/tenancy'
import type { BarePlan } from './bare-plan'
import { pages } from './pages'

// What the site is held against: node:http alone. It asks the same queries through the same verbs and pools, then sends
// the bytes and headers that the site sent, without rendering, routing or reading anything else of the request.
const settings = readSettings(process.env)
const plan: BarePlan = JSON.parse(await readFile(process.argv[2]!, 'utf8'))
const { read } = pages[plan.page]
const store = openFileStore(settings.files)
const directory = await openDirectory({ settings, manifests: modules, store, application: 'sotay-bench' })

const visits = new Map(
  plan.visitors.map(({ host, cookie, sessionHash, headers, body }) => [
    cookie,
    { record: directory.byHost(host)!, sessionHash, headers, body: Buffer.from(body) },
  ]),
)

const server = createServer(async (request, response) => {
  const visit = visits.get(request.headers.cookie ?? '')
  if (!visit) return void response.writeHead(request.url === '/healthz' ? 200 : 404).end()
  try {
    const ctx = await directory.context(visit.record, { actor: { kind: 'anonymous' } })
    const session = await loadActor(ctx, visit.sessionHash)
    await read({ ...ctx, actor: session!.actor })
    response.writeHead(200, { ...visit.headers, 'Content-Length': visit.body.length }).end(visit.body)
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
})
server.listen(settings.port, '127.0.0.1')

for (const event of ['SIGTERM', 'disconnect'] as const) process.once(event, () => process.exit(0))
