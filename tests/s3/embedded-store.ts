import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleEntry, firstJsonLine } from '@sotay/embedded/testing'
import type { S3Target } from './s3-target'

export type EmbeddedStore = S3Target & { child: ChildProcess; root: string }

const entry = fileURLToPath(new URL('../../packages/embedded/src/object-store/main.ts', import.meta.url))

let bundled: Promise<string> | undefined

/** The program's text, built once for the test process. */
async function bundle(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'sotay-s3-bundle-'))
  const text = await readFile(await bundleEntry(entry, dir), 'utf8')
  await rm(dir, { recursive: true, force: true })
  return text
}

/** The embedded store in a process of its own, as the platform runs it; `stop` kills it and leaves a given folder alone. */
export async function startEmbeddedStore(given?: string): Promise<EmbeddedStore> {
  bundled ??= bundle()
  const dir = await mkdtemp(join(tmpdir(), 'sotay-s3-program-'))
  const program = join(dir, 'main.mjs')
  await writeFile(program, await bundled)
  const root = given ?? (await mkdtemp(join(tmpdir(), 'sotay-s3-')))
  const keys = { accessKey: 'conformance', secretKey: 'a secret of the conformance suite' }
  const secrets = { SOTAY_S3_ACCESS_KEY: keys.accessKey, SOTAY_S3_SECRET_KEY: keys.secretKey }
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, SOTAY_OBJECT_ROOT: root, ...secrets },
  })
  const said = await firstJsonLine<{ port: number; error?: string }>(child)
  await rm(dir, { recursive: true, force: true })
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
    await rm(`${root}.lock`, { force: true })
    if (!given) await rm(root, { recursive: true, force: true })
  }
  if (said.error) {
    await stop()
    throw new Error(said.error)
  }
  return { ...keys, region: 'us-east-1', endpoint: `http://127.0.0.1:${said.port}`, child, root, stop }
}
