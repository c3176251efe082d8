import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { CreateBucketCommand, GetObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3'
import { serveObjectStore } from '@sotay/embedded'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type EmbeddedStore, startEmbeddedStore } from './embedded-store'
import { rawPut } from './raw-put'
import { clientOf } from './s3-target'

const Bucket = 'store'
const running: EmbeddedStore[] = []
let root: string
let store: EmbeddedStore

async function start(at: string): Promise<EmbeddedStore> {
  const started = await startEmbeddedStore(at)
  running.push(started)
  return started
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sotay-s3-root-'))
  store = await start(root)
  await clientOf(store).send(new CreateBucketCommand({ Bucket }))
})
afterEach(async () => {
  for (const other of running.splice(0)) if (other !== store) await other.stop()
})
afterAll(async () => {
  await store.stop()
  await rm(root, { recursive: true, force: true })
  await rm(`${root}.lock`, { force: true })
})

const read = async (Key: string) =>
  (await clientOf(store).send(new GetObjectCommand({ Bucket, Key }))).Body?.transformToString()

test('chunks signed one by one, with a signed trailer, are stored decoded', async () => {
  const answer = await rawPut(store).putSignedChunks(`/${Bucket}/chunks`, ['một ', 'hai ', 'ba'])
  expect([answer.status, await answer.text()]).toEqual([200, ''])
  expect(await read('chunks')).toBe('một hai ba')
})

/** Ceph of Debian 12 knows no trailers, so the platform's client sends none; other clients do. */
test('a chunked upload of the SDK, with a checksum in its trailer, is stored without its coding', async () => {
  const data = 'từng phần một '.repeat(20_000)
  const client = clientOf(store, { requestChecksumCalculation: 'WHEN_SUPPORTED' })
  const Body = Readable.from([data.slice(0, 1000), data.slice(1000)].map((piece) => Buffer.from(piece)))
  await client.send(new PutObjectCommand({ Bucket, Key: 'trailer', Body, ContentLength: Buffer.byteLength(data) }))
  const answer = await client.send(new GetObjectCommand({ Bucket, Key: 'trailer' }))
  expect(answer.ContentEncoding).toBeUndefined()
  expect(await answer.Body?.transformToString()).toBe(data)
})

test.each([
  ['a chunk', (body: string) => body.replace('hai', 'hay')],
  ['the trailer', (body: string) => body.replace(/sha256:./, 'sha256:_')],
  ['the order', (body: string) => body.replace(/^(.*\r\n.*\r\n)(.*\r\n.*\r\n)/, '$2$1')],
  ['the end', (body: string) => body.slice(0, body.indexOf('0;chunk'))],
])('%s changed on the way is not stored', async (_, tamper) => {
  const answer = await rawPut(store).putSignedChunks(`/${Bucket}/bad`, ['một haiii', 'hai bốnnn'], tamper)
  expect([400, 403]).toContain(answer.status)
  await expect(read('bad')).rejects.toMatchObject({ name: 'NoSuchKey' })
})

test('a body that ends before its announced length is not stored, nor kept as a draft', async () => {
  const { sign } = rawPut(store)
  const { headers } = await sign(`/${Bucket}/cut`, 'UNSIGNED-PAYLOAD', { 'content-length': '100000' })
  const sending = request(`${store.endpoint}/${Bucket}/cut`, { method: 'PUT', headers })
  sending.on('error', () => undefined)
  sending.write(Buffer.alloc(50_000))
  await vi.waitUntil(async () => (await readdir(join(root, 'drafts'))).length === 1)
  sending.destroy()
  await vi.waitUntil(async () => (await readdir(join(root, 'drafts'))).length === 0)
  await expect(read('cut')).rejects.toMatchObject({ name: 'NoSuchKey' })
})

test('killed in the middle of a put: what was acknowledged is there, the half one is not', async () => {
  const client = clientOf(store)
  await client.send(new PutObjectCommand({ Bucket, Key: 'whole', Body: 'acknowledged' }))
  const { headers } = await rawPut(store).sign(`/${Bucket}/half`, 'UNSIGNED-PAYLOAD', { 'content-length': '100000' })
  const sending = request(`${store.endpoint}/${Bucket}/half`, { method: 'PUT', headers })
  sending.on('error', () => undefined)
  sending.write(Buffer.alloc(50_000))
  await vi.waitUntil(async () => (await readdir(join(root, 'drafts'))).length === 1)
  store.child.kill('SIGKILL')
  await once(store.child, 'exit')
  store = await start(root)
  expect(await read('whole')).toBe('acknowledged')
  await expect(read('half')).rejects.toMatchObject({ name: 'NoSuchKey' })
  expect(await readdir(join(root, 'drafts'))).toEqual([])
})

test('a damaged object is refused, not served', async () => {
  const damaged = await mkdtemp(join(tmpdir(), 'sotay-s3-damaged-'))
  const other = await start(damaged)
  const client = clientOf(other)
  await client.send(new CreateBucketCommand({ Bucket }))
  await client.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'content' }))
  const path = join(damaged, 'buckets', Bucket, 'objects/f.a')
  const bytes = await readFile(path)
  execFileSync('truncate', ['-s', String(bytes.length - 20), path])
  await expect(client.send(new GetObjectCommand({ Bucket, Key: 'a' }))).rejects.toMatchObject({ name: 'InternalError' })
  await other.stop()
  await rm(damaged, { recursive: true, force: true })
})

test('a second store on the same folder, and a used port, are refused with what to do', async () => {
  const keys = { accessKey: 'k', secretKey: 's', region: 'us-east-1' }
  await expect(serveObjectStore({ root, port: 0, ...keys })).rejects.toMatchObject({ code: 'in-use' })
  const other = await mkdtemp(join(tmpdir(), 'sotay-s3-port-'))
  const port = Number(new URL(store.endpoint).port)
  await expect(serveObjectStore({ root: other, port, ...keys })).rejects.toMatchObject({ code: 'port-in-use' })
  await rm(other, { recursive: true, force: true })
})

test('a body above the cap is refused before it is read', async () => {
  const over = String(2 * 1024 ** 3)
  const { headers } = await rawPut(store).sign(`/${Bucket}/huge`, 'UNSIGNED-PAYLOAD', { 'content-length': over })
  const sending = request(`${store.endpoint}/${Bucket}/huge`, { method: 'PUT', headers })
  sending.on('error', () => undefined)
  sending.flushHeaders()
  const [answer] = await once(sending, 'response')
  expect(answer.statusCode).toBe(400)
  sending.destroy()
})

test('half a request line holds nobody up', async () => {
  const slow = connect(Number(new URL(store.endpoint).port), '127.0.0.1')
  slow.write('PUT /store/a HTTP/1.1\r\nHos')
  expect((await clientOf(store).send(new ListObjectsV2Command({ Bucket }))).KeyCount).toBeGreaterThan(0)
  slow.destroy()
})

test('what the store does not do is said, not left out', async () => {
  const tagged = new PutObjectCommand({ Bucket, Key: 'tagged', Body: 'x', Tagging: 'a=b' })
  await expect(clientOf(store).send(tagged)).rejects.toMatchObject({ name: 'NotImplemented' })
  await expect(read('tagged')).rejects.toMatchObject({ name: 'NoSuchKey' })
})

test.runIf(canMount())('a full disk refuses the write and harms nothing', async () => {
  const small = await mkdtemp(join(tmpdir(), 'sotay-s3-full-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', small])
  try {
    const full = await start(join(small, 'objects'))
    const client = clientOf(full)
    await client.send(new CreateBucketCommand({ Bucket }))
    await client.send(new PutObjectCommand({ Bucket, Key: 'kept', Body: 'kept' }))
    const big = new PutObjectCommand({ Bucket, Key: 'kept', Body: Buffer.alloc(4 * 1024 ** 2) })
    await expect(client.send(big)).rejects.toMatchObject({ name: 'InsufficientStorage' })
    const found = await client.send(new GetObjectCommand({ Bucket, Key: 'kept' }))
    expect(await found.Body?.transformToString()).toBe('kept')
    await client.send(new PutObjectCommand({ Bucket, Key: 'after', Body: 'fits' }))
    await full.stop()
  } finally {
    execFileSync('umount', ['-l', small])
    await rm(small, { recursive: true, force: true })
  }
})

function canMount(): boolean {
  try {
    execFileSync('unshare', ['--mount', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt'], { stdio: 'ignore' })
    return process.getuid?.() === 0
  } catch {
    return false
  }
}
