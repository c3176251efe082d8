import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '@sotay/embedded'
import { build } from 'vite'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'

// The built program as an operator runs it, against the run's shared servers.
const cli = join(import.meta.dirname, '..')
// Outside build/, which another build would empty, and where packages are still found.
const outDir = join(cli, `../../node_modules/.cache/sotay-cli-${process.pid}`)
const main = join(outDir, 'main.js')
const tenants = join(cli, '../../tenants')
let env: Record<string, string>

beforeAll(async () => {
  await build({
    root: cli,
    configFile: join(cli, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir, sourcemap: false },
  })
  const { database, files, secret, dataDirectory } = inject('sotaySettings')
  env = {
    PATH: process.env.PATH ?? '',
    SOTAY_DATABASE_URL: `postgres://${database.user}:${encodeURIComponent(database.password)}@${database.host}:${database.port}/${database.database}`,
    SOTAY_S3_ENDPOINT: files.endpoint,
    SOTAY_S3_ACCESS_KEY: files.accessKey,
    SOTAY_S3_SECRET_KEY: files.secretKey,
    SOTAY_SECRET: secret,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    SOTAY_DATA: dataDirectory,
  }
}, 120_000)
afterAll(() => rm(outDir, { recursive: true, force: true }))

const sotay = (args: string, over: Record<string, string> = {}) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(process.execPath, [main, ...args.split(' ')], { env: { ...env, ...over } }, (error, out, err) =>
      done({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    )
  })

/** Bến Tre under another name. */
async function province(slug: string) {
  const folder = join(await mkdtemp(join(tmpdir(), 'sotay-cli-')), slug)
  await cp(join(tenants, 'bentre'), folder, { recursive: true })
  const text = await readFile(join(tenants, 'bentre/tenant.yaml'), 'utf8')
  const renamed = text.replace('slug: bentre', `slug: ${slug}`).replace(/domains: \[.*?\]/, `domains: [${slug}.vn]`)
  await writeFile(join(folder, 'tenant.yaml'), renamed)
  return join(folder, 'tenant.yaml')
}

test('a province from its file to its suspension', async () => {
  const file = await province('dong-lenh')
  expect(JSON.parse((await sotay(`tenant create ${file} --dry-run --json`)).out)).toMatchObject({ created: false })
  expect(JSON.parse((await sotay(`tenant create ${file} --json`)).out)).toMatchObject({
    slug: 'dong-lenh',
    created: true,
  })
  expect(JSON.parse((await sotay('tenant list --json')).out)).toContainEqual(
    expect.objectContaining({
      slug: 'dong-lenh',
      status: 'active',
      domains: ['dong-lenh.vn'],
      members: 0,
      placement: 'default',
    }),
  )
  const again = await sotay(`tenant create ${file} --json`)
  expect(again.code).toBe(1)
  expect(JSON.parse(again.out)).toMatchObject({ error: { code: 'operations.slug-taken' } })
  expect(JSON.parse((await sotay(`tenant apply ${file} --json`)).out)).toMatchObject({ changed: false, revision: 1 })
  expect((await sotay('tenant suspend dong-lenh --reason Bảo-trì')).code).toBe(0)
  expect(JSON.parse((await sotay('tenant show dong-lenh --json')).out)).toMatchObject({ status: 'suspended' })
  expect((await sotay('tenant resume dong-lenh')).code).toBe(0)
}, 60_000)

test.each([
  ['tenant show nowhere', {}, 1, 'nowhere'],
  ['tenant show', {}, 2, 'Thiếu'],
  ['tenant suspend dong-lenh', {}, 2, '--reason'],
  ['tenant create /nowhere/x', {}, 1, '/nowhere/x'],
  ['demo load --tenant x', {}, 2, 'members'],
  ['demo load --tenant x --members many', {}, 2, '--members'],
  ['status', { SOTAY_DATABASE_URL: 'mysql://x' }, 1, 'SOTAY_DATABASE_URL'],
  ['status', { SOTAY_SECRET: 'short' }, 1, 'SOTAY_SECRET'],
  ['status', { SOTAY_DATABASE_URL: 'postgres://a:b@127.0.0.1:1/x' }, 1, 'SOTAY_DATABASE_URL'],
])('%s %o: exit %i, one sentence', async (args, over, code, words) => {
  const answer = await sotay(args, over)
  expect(answer).toMatchObject({ code, out: '' })
  expect(answer.err).toContain(words)
  expect(answer.err).not.toMatch(/\n\s+at /)
})

test('a store that cannot be reached shows in the status', async () => {
  const endpoint = `http://127.0.0.1:${await freePort()}`
  const answer = await sotay('status --json', { SOTAY_S3_ENDPOINT: endpoint })
  expect(answer.code).toBe(1)
  expect(JSON.parse(answer.out)).toMatchObject({ database: { ok: true }, store: { ok: false } })
})

test.each(['lược đồ', 'bảng', 'cấu hình', 'cây tổ chức'])(
  'killed while making %s, the next creation succeeds',
  async (part) => {
    const slug = `giet-${part.length}`
    const file = await province(slug)
    const child = spawn(process.execPath, [main, 'tenant', 'create', file], {
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    await killWhen(child, part)
    const listed = JSON.parse((await sotay('tenant list --json')).out) as { slug: string; status: string }[]
    expect(listed.find((line) => line.slug === slug)?.status ?? 'provisioning').toBe('provisioning')
    expect((await sotay(`tenant create ${file}`)).code).toBe(0)
    const doctor = JSON.parse((await sotay(`tenant doctor ${slug} --json`)).out) as {
      findings: { ok: boolean; check: string }[]
    }
    expect(doctor.findings.filter((finding) => !finding.ok)).toEqual([])
  },
  60_000,
)

async function killWhen(child: ChildProcess, word: string) {
  for await (const text of child.stderr!) if (String(text).includes(word)) child.kill('SIGKILL')
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
