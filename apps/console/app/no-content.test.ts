import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import type { RouteConfigEntry } from '@remix-run/route-config'
import { newId } from '@sotay/kernel'
import { listTenants, showTenant } from '@sotay/operations'
import { asOperator } from '@sotay/operations/operators'
import { appendConfiguration, readConfiguration, updateTenant } from '@sotay/tenancy'
import { createTestTenant } from '@sotay/testing'
import { expect, test } from 'vitest'
import routes from './routes'

const pages = import.meta.glob<{ loader?: (args: LoaderFunctionArgs) => unknown }>('./*/*.{ts,tsx}')
const paths = (routes as RouteConfigEntry[]).map(({ file, path }) => ({ file, path: path ?? '' }))

/** Whatever a loader answers, as text: data, or the body of a response. */
async function answerOf(loaded: unknown): Promise<string> {
  return loaded instanceof Response ? loaded.text() : JSON.stringify(loaded ?? null)
}

test('no page of the console and no summary of a province holds anything of its people', async () => {
  const { operations, record, ctx, make, as } = await createTestTenant()
  const person = await make.member({ fullName: 'Lê Thị Không Ai Được Biết', phone: '0987654321' })
  const author = await as('tenant_admin')
  const configuration = await readConfiguration(ctx.db, record.configRevision)
  const publication = { publishedAt: new Date(), publishedBy: author.actor.name, reason: `theo ý ${person.fullName}` }
  const changed = { ...configuration, texts: { ...configuration.texts, welcome: 'Lời chào khác' } }
  const { revision } = await appendConfiguration(ctx.db, changed, publication)
  await updateTenant(operations.platform, record.id, { configRevision: revision })
  const secrets = [person.fullName, person.cardNumber, '0987654321', person.id, author.actor.name]

  const operator = { id: newId(), name: 'Người Trực Ban', role: 'owner' as const }
  const context = {
    ctx: asOperator(operations, operator.id),
    operator,
    locale: 'vi',
    arrival: { host: 'ops.localhost', secure: false, address: '127.0.0.1' },
    setCookie: () => undefined,
    demo: false,
  } as unknown as AppLoadContext
  let answered = 0
  for (const { file, path } of paths) {
    const page = await pages[`./${file}`]!()
    if (!page.loader) continue
    const address = `http://ops.localhost/${path.replace(':slug', record.slug)}?chay=1`
    const args = { context, params: { slug: record.slug, id: operator.id, token: 'x' }, request: new Request(address) }
    const loaded = await Promise.resolve(page.loader(args as never)).catch((refused: unknown) => refused)
    const text = await answerOf(loaded)
    if (text.includes(record.slug)) answered++
    for (const secret of secrets) expect(text, `${path} shows ${secret}`).not.toContain(secret)
  }
  expect(answered).toBeGreaterThan(4)

  const told = JSON.stringify([await listTenants(operations), await showTenant(operations, record.slug)])
  expect(told).toContain(record.slug)
  for (const secret of secrets) expect(told).not.toContain(secret)
})
