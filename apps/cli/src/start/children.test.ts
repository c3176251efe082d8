import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { freePort } from '@sotay/embedded'
import { afterEach, expect, test } from 'vitest'
import { type Children, startChildren } from './children'
import { assertPortsFree } from './ports'

const watch = pathToFileURL(join(import.meta.dirname, '../../bootstrap/end-with-parent.mjs')).href
const alive = (pid: number) => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
let children: Children | undefined
afterEach(() => children?.stop())

const server = `require('http').createServer((q, s) => s.end('ok')).listen(process.env.PORT, '127.0.0.1'); console.log('up')`

async function site() {
  const logs = await mkdtemp(join(tmpdir(), 'sotay-children-'))
  const entry = join(logs, 'site.cjs')
  await writeFile(entry, server)
  const port = await freePort()
  const plan = { name: 'site', entry, env: { PORT: String(port) }, ready: `http://127.0.0.1:${port}/` }
  return { logs, plan, port }
}

test('a child that is killed is started again, and none is left after the stop', async () => {
  const { logs, plan } = await site()
  children = await startChildren([plan, { ...plan, name: 'absent', entry: '/nowhere.js' }], { watch, logs })
  expect(children.missing).toEqual(['absent'])
  const first = children.pids().site!
  process.kill(first, 'SIGKILL')
  await expect.poll(() => children?.pids().site, { timeout: 10_000 }).toSatisfy((pid) => pid && pid !== first)
  const second = children.pids().site!
  await expect.poll(async () => (await fetch(plan.ready)).status, { timeout: 10_000 }).toBe(200)
  await children.stop()
  expect(alive(second)).toBe(false)
  expect(await readFile(join(logs, 'site.log'), 'utf8')).toBe('up\nup\n')
})

test('a port that is taken is named with the variable that moves it', async () => {
  const { logs, plan, port } = await site()
  await assertPortsFree('127.0.0.1', { SOTAY_PORT: port })
  children = await startChildren([plan], { watch, logs })
  await expect(assertPortsFree('127.0.0.1', { SOTAY_PORT: port })).rejects.toThrow(/SOTAY_PORT/)
  await expect(assertPortsFree('127.0.0.1', { SOTAY_PORT: 7, SOTAY_CONSOLE_PORT: 7 })).rejects.toThrow('7')
})
