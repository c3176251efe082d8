import { makeArticle } from '@sotay/domain/news/factory'
import { systemClock } from '@sotay/kernel'
import type { RoleKey } from '@sotay/tenant-config'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ask } from '../harness/http-client'
import { type OwnServers, startOwnServers } from '../harness/own-servers'
import { type PeopledProvince, peopleProvince } from '../harness/province'
import { type Site, startSite } from '../harness/site'

/** Queries a page may cost, the one that names its reader among them. */
const pages: [path: string, role: RoleKey, most: number][] = [
  // The reader, the newest articles, and what waits: a file's request sent back.
  ['/', 'member', 3],
  ['/tin-tuc', 'member', 2],
  ['/toi', 'member', 4],
  ['/quan-tri/tai-khoan', 'committee_secretary', 4],
  ['/toa-soan', 'editor', 3],
  ['/to-chuc', 'organisation_dept', 2],
  // The reader, the revision in force, the open draft, what waits for its day.
  ['/quan-tri/cau-hinh', 'tenant_admin', 4],
]

let statements = 0
let servers: OwnServers
let province: PeopledProvince
let site: Site
beforeAll(async () => {
  servers = await startOwnServers(inject('sotaySettings'), (line) => {
    if (/(LOG|NHẬT KÝ):\s+(execute|statement)/.test(line)) statements++
  })
  province = await peopleProvince({}, servers.operations)
  // From the site's first connection on, the province's own statements are logged, and nobody else's.
  const owner = servers.operations.owner(servers.settings.database)
  await owner.sql.unsafe(`alter role "${province.record.schema}" set log_statement = 'all'`)
  site = await startSite(servers.settings)
}, 120_000)
afterAll(async () => {
  await site?.stop()
  await servers?.stop()
})

const queriesOf = async (path: string, role: RoleKey) => {
  const { cookie } = province.people[role]
  const before = statements
  const answer = await ask(site.port, { host: province.host, path, cookie })
  expect(answer.status).toBe(200)
  // The log comes by a pipe: what was said is complete once it has been quiet for a while.
  for (let heard = -1; heard !== statements; ) {
    heard = statements
    await new Promise((resolve) => setTimeout(resolve, 400))
  }
  return statements - before
}

test('a page costs the queries it is allowed, and no more when there is ten times as much to show', async () => {
  const add = async (articles: number) => {
    for (let count = 0; count < articles; count++) {
      const ctx = { ...province.ctx, clock: systemClock }
      await makeArticle(ctx, { unitId: province.units.grassroots.id, published: true })
    }
  }
  await add(2)
  for (const [path, role] of pages) await queriesOf(path, role)
  const few = new Map<string, number>()
  for (const [path, role] of pages) few.set(path, await queriesOf(path, role))
  await add(18)
  for (const [path, role, most] of pages) {
    const queries = await queriesOf(path, role)
    expect(queries).toBeGreaterThan(0)
    expect(`${path} ${queries}`).toBe(`${path} ${few.get(path)}`)
    expect(queries, path).toBeLessThanOrEqual(most)
  }
}, 60_000)
