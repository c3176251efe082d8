import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { freePort, type ObjectStore, serveObjectStore } from '@sotay/embedded'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FileNotFound, FileStoreUnavailable } from './errors'
import type { FileStore } from './file-store'
import { openFileStore } from './open-file-store'
import { ForeignFileKey, tenantFiles } from './tenant-files'

const keys = { accessKey: 'key', secretKey: 'secret' }
const tenant = '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b'
const other = '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5c'
let root: string
let server: ObjectStore
let store: FileStore

const open = (port: number, more: Partial<Parameters<typeof openFileStore>[0]> = {}) =>
  openFileStore({ endpoint: `http://127.0.0.1:${port}`, region: 'us-east-1', bucket: 'sotay', ...keys, ...more })

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'sotay-files-'))
  server = await serveObjectStore({ root, port: 0, region: 'us-east-1', ...keys })
  store = open(server.port)
  await store.ensureBucket()
})
afterAll(async () => {
  await server.close()
  await rm(root, { recursive: true, force: true })
})

test('files come back with their type and size', async () => {
  const files = tenantFiles(store, tenant)
  const key = files.key('articles', 'ảnh bìa.jpg')
  const { etag } = await files.put(key, Buffer.from('xin chào'), { contentType: 'image/jpeg' })
  const { body, ...found } = await files.get(key)
  expect(await text(body)).toBe('xin chào')
  expect(found).toEqual({ contentType: 'image/jpeg', size: 9, etag })
  expect(await files.head(key)).toEqual(found)
})

test.each([0, 1, 8 * 1024 * 1024, 20_000_000])('a stream of %i bytes is stored whole', async (size) => {
  const files = tenantFiles(store, tenant)
  const data = Buffer.alloc(size, 'sổ tay')
  const key = files.key('streams', String(size))
  const pieces = Array.from({ length: Math.ceil(size / 65_536) }, (_, n) => data.subarray(n * 65_536, (n + 1) * 65_536))
  await files.put(key, Readable.from(pieces), { contentType: 'audio/ogg' })
  expect((await buffer((await files.get(key)).body)).equals(data)).toBe(true)
})

test('a stream that fails stores nothing and says why', async () => {
  const files = tenantFiles(store, tenant)
  const failing = Readable.from(
    (async function* () {
      yield Buffer.alloc(20_000_000)
      throw new Error('source failed')
    })(),
  )
  await expect(files.put(files.key('failed'), failing, { contentType: 'a/b' })).rejects.toThrow('source failed')
  await expect(files.head(files.key('failed'))).rejects.toBeInstanceOf(FileNotFound)
})

test('an absent file is not found; removing it is no error', async () => {
  const files = tenantFiles(store, tenant)
  await expect(files.get(files.key('absent'))).rejects.toBeInstanceOf(FileNotFound)
  await files.remove(files.key('absent'))
})

test('a listing holds the own province only, over pages', async () => {
  const [mine, theirs] = [tenantFiles(store, tenant), tenantFiles(store, other)]
  await theirs.put(theirs.key('list', 'x'), Buffer.from(''), { contentType: 'a/b' })
  const names = Array.from({ length: 1_005 }, (_, n) => mine.key('list', String(n).padStart(4, '0')))
  for (let at = 0; at < names.length; at += 20)
    await Promise.all(names.slice(at, at + 20).map((key) => mine.put(key, Buffer.from('1'), { contentType: 'a/b' })))
  const found = []
  for await (const { key } of mine.list(mine.prefix('list'))) found.push(key)
  expect(found).toEqual(names)
})

test("every way to another province's key throws before anything is sent", async () => {
  const mine = tenantFiles(open(1), tenant)
  const theirs = tenantFiles(store, other)
  const key = theirs.key('secret')
  const put = { contentType: 'a/b', size: 1 }
  await expect(mine.put(key, Buffer.from(''), put)).rejects.toBeInstanceOf(ForeignFileKey)
  await expect(mine.get(key)).rejects.toBeInstanceOf(ForeignFileKey)
  await expect(mine.head(key)).rejects.toBeInstanceOf(ForeignFileKey)
  await expect(mine.remove(key)).rejects.toBeInstanceOf(ForeignFileKey)
  await expect(mine.presignPut(key, put)).rejects.toBeInstanceOf(ForeignFileKey)
  await expect(mine.presignGet(key)).rejects.toBeInstanceOf(ForeignFileKey)
  expect(() => mine.list(theirs.prefix())).toThrow(ForeignFileKey)
})

test('a presigned upload takes the size and type it was made for, and nothing else', async () => {
  const files = tenantFiles(store, tenant)
  const key = files.key('uploads', 'a.png')
  const { url, headers } = await files.presignPut(key, { contentType: 'image/png', size: 4 })
  const upload = (body: string, more = {}) => fetch(url, { method: 'PUT', body, headers: { ...headers, ...more } })
  expect((await upload('too long')).status).toBe(403)
  expect((await upload('html', { 'content-type': 'text/html' })).status).toBe(403)
  expect((await upload('png!')).status).toBe(200)
  const answer = await fetch(await files.presignGet(key, { downloadName: "tệp (1) 'a'.png" }))
  expect(answer.headers.get('content-disposition')).toBe(
    "attachment; filename*=UTF-8''t%E1%BB%87p%20%281%29%20%27a%27.png",
  )
})

test('a store that is away, refuses us, or has no bucket is unavailable', async () => {
  await store.check()
  const gone = open(await freePort())
  await expect(gone.check()).rejects.toBeInstanceOf(FileStoreUnavailable)
  await expect(gone.get(tenantFiles(gone, tenant).key('a'))).rejects.toBeInstanceOf(FileStoreUnavailable)
  await expect(open(server.port, { secretKey: 'wrong' }).check()).rejects.toBeInstanceOf(FileStoreUnavailable)
  await expect(open(server.port, { bucket: 'no-such-bucket' }).check()).rejects.toBeInstanceOf(FileStoreUnavailable)
})
