import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findServers } from '../connect'
import { readRunFile, writeRunFile } from '../run-file'
import { claimDataDirectory } from './claim-data-directory'
import { keepSecrets } from './secrets'

const folder = () => mkdtemp(join(tmpdir(), 'sotay-cli-'))
const content = (pid: number) => ({ pid, startedAt: '', env: {}, urls: { a: 'http://a/' }, children: {} })

test('a living run is not disturbed, not even by --fresh', async () => {
  const data = await folder()
  const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)', 'start'])
  await once(other, 'spawn')
  await writeRunFile(data, content(other.pid!))
  await mkdir(join(data, 'postgres'))
  for (const fresh of [false, true]) {
    await expect(claimDataDirectory(data, fresh)).rejects.toThrow(`tiến trình ${other.pid}`)
  }
  expect(await readdir(data)).toContain('postgres')
  other.kill('SIGKILL')
  await once(other, 'exit')
  await claimDataDirectory(data, false)
  expect(await readRunFile(data)).toBeUndefined()
})

test('a file left by a process whose number another program has now is stale', async () => {
  const data = await folder()
  await writeRunFile(data, content(1))
  await claimDataDirectory(data, false)
  expect(await readRunFile(data)).toBeUndefined()
})

test('--fresh removes what runs kept and nothing else', async () => {
  const data = await folder()
  for (const part of ['postgres', 'objects', 'mine']) await mkdir(join(data, part))
  await claimDataDirectory(data, true)
  expect(await readdir(data)).toEqual(['mine'])
})

test('without a run the command line says so', async () => {
  await expect(findServers({ SOTAY_DATA: await folder() })).rejects.toThrow('npm start')
})

test('the run file and the secrets are their owner’s alone', async () => {
  const data = await folder()
  await writeRunFile(data, content(1))
  const first = await keepSecrets(data)
  expect(await keepSecrets(data)).toEqual(first)
  for (const name of ['run.json', 'secrets.json']) {
    expect((await stat(join(data, name))).mode & 0o777).toBe(0o600)
  }
  expect((await keepSecrets(data, 'x'.repeat(32))).secret).toBe('x'.repeat(32))
})

test('damaged secrets are told, not replaced', async () => {
  const data = await folder()
  await writeFile(join(data, 'secrets.json'), '{"secr')
  await expect(keepSecrets(data)).rejects.toThrow('--fresh')
  expect(await readFile(join(data, 'secrets.json'), 'utf8')).toBe('{"secr')
})
