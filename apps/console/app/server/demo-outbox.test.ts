import { type OperationsContext, openOperations } from '@sotay/operations'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Arrived } from './arrive-at-console'
import { demoOutbox } from './demo-outbox'

let operations: OperationsContext

beforeAll(async () => {
  operations = await openOperations(inject('sotaySettings'), { kind: 'operator', operatorId: 'test' })
})
afterAll(() => operations.close())

/** Asks as a visitor whose connection comes from `remoteAddress`. */
const ask = (remoteAddress: string, headers: Record<string, string> = {}, demo = true) => {
  const app = new Hono<Arrived>()
  app.get('/demo/outbox', demoOutbox({ ...operations, settings: { ...operations.settings, demo } }))
  return app.request('/demo/outbox?to=0912345678', { headers }, { incoming: { socket: { remoteAddress }, headers } })
}

test('the outbox is open to who sits at the machine', async () => {
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    const answer = await ask(address)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual([])
  }
})

test('it does not exist for another machine, behind a proxy, or outside a demonstration', async () => {
  expect((await ask('10.0.0.8')).status).toBe(404)
  expect((await ask('10.0.0.8', { 'x-forwarded-for': '127.0.0.1' })).status).toBe(404)
  expect((await ask('127.0.0.1', { 'x-forwarded-for': '10.0.0.8' })).status).toBe(404)
  expect((await ask('127.0.0.1', {}, false)).status).toBe(404)
})
