import { createHash, randomBytes } from 'node:crypto'
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CopyObjectCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  GetObjectCommand,
  type GetObjectCommandInput,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  ListPartsCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3'
import { Upload } from '@aws-sdk/lib-storage'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accessCases } from './access-cases'
import { cephMissing, startCephRgw } from './ceph-rgw'
import { startEmbeddedStore } from './embedded-store'
import { clientOf, type S3Target } from './s3-target'

const noCeph = await cephMissing()
const suites = [
  { name: 'embedded store', start: startEmbeddedStore as () => Promise<S3Target>, run: true },
  { name: noCeph ? `Ceph RGW (left out: ${noCeph})` : 'Ceph RGW', start: startCephRgw, run: !noCeph },
]

for (const suite of suites) describe.runIf(suite.run)(suite.name, () => conformance(suite.start))

function conformance(start: () => Promise<S3Target>) {
  const Bucket = `conformance-${randomBytes(4).toString('hex')}`
  let target: S3Target
  let s3: S3Client
  beforeAll(async () => {
    target = await start()
    s3 = clientOf(target)
    await s3.send(new CreateBucketCommand({ Bucket }))
  }, 240_000)
  afterAll(() => target?.stop())

  const put = (Key: string, Body: PutObjectCommandInput['Body'], more: Partial<PutObjectCommandInput> = {}) =>
    s3.send(new PutObjectCommand({ Bucket, Key, Body, ...more }))
  const get = (Key: string, more: Partial<GetObjectCommandInput> = {}) =>
    s3.send(new GetObjectCommand({ Bucket, Key, ...more }))
  const read = async (Key: string, more: Partial<GetObjectCommandInput> = {}) =>
    Buffer.from((await (await get(Key, more)).Body?.transformToByteArray()) ?? [])
  const keysOf = async (Prefix: string) =>
    ((await s3.send(new ListObjectsV2Command({ Bucket, Prefix }))).Contents ?? []).map(({ Key }) => Key)
  const status = (code: number) => ({ $metadata: expect.objectContaining({ httpStatusCode: code }) })
  const md5 = (data: Buffer | string) => createHash('md5').update(data).digest('hex')

  describe('objects', () => {
    test('come back as they were put, with their type, headers and metadata', async () => {
      const data = randomBytes(100_000)
      const { ETag } = await put('hồ sơ/đảng viên 1.pdf', data, {
        ContentType: 'application/pdf',
        CacheControl: 'private, max-age=60',
        ContentDisposition: 'inline',
        Metadata: { nguon: 'thu' },
      })
      expect(ETag).toBe(`"${md5(data)}"`)
      expect(await read('hồ sơ/đảng viên 1.pdf')).toEqual(data)
      const head = await s3.send(new HeadObjectCommand({ Bucket, Key: 'hồ sơ/đảng viên 1.pdf' }))
      expect(head).toMatchObject({
        ContentLength: 100_000,
        ContentType: 'application/pdf',
        CacheControl: 'private, max-age=60',
        ContentDisposition: 'inline',
        Metadata: { nguon: 'thu' },
        ETag,
      })
      expect(Math.abs(Date.now() - (head.LastModified?.getTime() ?? 0))).toBeLessThan(60_000)
    })

    test('may be empty', async () => {
      await put('empty', Buffer.alloc(0))
      expect((await read('empty')).length).toBe(0)
    })

    test('are replaced whole', async () => {
      await put('replaced', randomBytes(70_000))
      await put('replaced', 'short')
      expect((await read('replaced')).toString()).toBe('short')
    })

    test('that are absent are refused by name', async () => {
      await expect(get('absent')).rejects.toMatchObject({ name: 'NoSuchKey', ...status(404) })
      await expect(s3.send(new HeadObjectCommand({ Bucket, Key: 'absent' }))).rejects.toMatchObject(status(404))
      const elsewhere = new GetObjectCommand({ Bucket: 'no-such-bucket-here', Key: 'a' })
      await expect(s3.send(elsewhere)).rejects.toMatchObject({ name: 'NoSuchBucket' })
    })

    test('are deleted once and for all, and deleting again is no error', async () => {
      await put('gone', 'x')
      await s3.send(new DeleteObjectCommand({ Bucket, Key: 'gone' }))
      await s3.send(new DeleteObjectCommand({ Bucket, Key: 'gone' }))
      await expect(get('gone')).rejects.toMatchObject({ name: 'NoSuchKey' })
    })

    test('are deleted together', async () => {
      await Promise.all(['m/a', 'm/b & <c>', 'm/đ'].map((key) => put(key, key)))
      const Objects = ['m/a', 'm/b & <c>', 'm/đ', 'm/absent'].map((Key) => ({ Key }))
      const result = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }))
      expect(result.Errors ?? []).toEqual([])
      expect(result.Deleted?.length).toBe(4)
      expect(await keysOf('m/')).toEqual([])
    })

    test('are copied, with their metadata or with new', async () => {
      await put('nguồn/a+b.txt', 'copied', { ContentType: 'text/plain', Metadata: { a: '1' } })
      const CopySource = `/${Bucket}/${encodeURIComponent('nguồn/a+b.txt')}`
      await s3.send(new CopyObjectCommand({ Bucket, Key: 'copy/kept', CopySource }))
      expect(await get('copy/kept')).toMatchObject({ ContentType: 'text/plain', Metadata: { a: '1' } })
      const replace = { MetadataDirective: 'REPLACE', ContentType: 'text/html', Metadata: { b: '2' } } as const
      await s3.send(new CopyObjectCommand({ Bucket, Key: 'copy/new', CopySource, ...replace }))
      expect(await get('copy/new')).toMatchObject({ ContentType: 'text/html', Metadata: { b: '2' } })
      expect((await read('copy/new')).toString()).toBe('copied')
      const absent = new CopyObjectCommand({ Bucket, Key: 'copy/x', CopySource: `/${Bucket}/absent` })
      await expect(s3.send(absent)).rejects.toMatchObject({ name: 'NoSuchKey' })
    })
  })

  describe('ranges and conditions', () => {
    const data = Buffer.from('0123456789')
    beforeAll(() => put('ranged', data))

    test.each([
      ['bytes=0-0', '0', 'bytes 0-0/10'],
      ['bytes=2-4', '234', 'bytes 2-4/10'],
      ['bytes=7-', '789', 'bytes 7-9/10'],
      ['bytes=-3', '789', 'bytes 7-9/10'],
      ['bytes=-100', '0123456789', 'bytes 0-9/10'],
      ['bytes=8-100', '89', 'bytes 8-9/10'],
    ])('%s answers those bytes', async (Range, expected, ContentRange) => {
      const answer = await get('ranged', { Range })
      expect(answer).toMatchObject({ ContentRange, ContentLength: expected.length, ...status(206) })
      expect(await answer.Body?.transformToString()).toBe(expected)
    })

    test.each(['bytes=10-', 'bytes=100-200'])('%s cannot be satisfied', async (Range) => {
      await expect(get('ranged', { Range })).rejects.toMatchObject({ name: 'InvalidRange', ...status(416) })
    })

    test('reading depends on the ETag asked for', async () => {
      const { ETag } = await get('ranged')
      await expect(get('ranged', { IfNoneMatch: ETag })).rejects.toMatchObject(status(304))
      await expect(get('ranged', { IfMatch: '"other"' })).rejects.toMatchObject(status(412))
      expect(await read('ranged', { IfMatch: ETag })).toEqual(data)
      expect(await read('ranged', { IfNoneMatch: '"other"' })).toEqual(data)
      await expect(get('ranged', { IfModifiedSince: new Date() })).rejects.toMatchObject(status(304))
    })

    test('If-None-Match: * creates and never overwrites', async () => {
      await put('only-once', 'first', { IfNoneMatch: '*' })
      await expect(put('only-once', 'second', { IfNoneMatch: '*' })).rejects.toMatchObject(status(412))
      expect((await read('only-once')).toString()).toBe('first')
    })
  })

  describe('keys', () => {
    const names = [
      '../../../etc/passwd',
      '..',
      'a/../b',
      './c',
      'd//e',
      'f/',
      'g%2Fh',
      'i+j k',
      'f.objects/d.k',
      'dấu "ngoặc" & <thẻ>',
      "l'm?n=o#p",
      '\\windows\\..\\x',
      'Hòa/ủy ban.docx',
      `${'q'.repeat(300)}/r`,
      's'.repeat(1024),
    ]

    test.each(names)('%s is a name like any other', async (key) => {
      await put(key, key)
      expect((await read(key)).toString()).toBe(key)
      expect(await keysOf(key)).toEqual([key])
      await s3.send(new DeleteObjectCommand({ Bucket, Key: key }))
      expect(await keysOf(key)).toEqual([])
    })

    test('a name and names below it live side by side', async () => {
      await put('side', 'file')
      await put('side/by', 'below')
      await s3.send(new DeleteObjectCommand({ Bucket, Key: 'side' }))
      expect((await read('side/by')).toString()).toBe('below')
    })

    test('letters that only look alike, and case, are different names', async () => {
      await put('alike/Hòa'.normalize('NFC'), '1')
      await put('alike/Hòa'.normalize('NFD'), '2')
      await put('alike/hòa'.normalize('NFC'), '3')
      expect((await keysOf('alike/')).length).toBe(3)
    })

    test('a longer name than 1,024 bytes is refused', async () => {
      await expect(put('t'.repeat(1025), 'x')).rejects.toMatchObject(status(400))
    })
  })

  describe('listing', () => {
    const listed = ['l/a-b', 'l/a.txt', 'l/a/1', 'l/a/2', 'l/a0', 'l/b', 'l/ấ', 'l/𝄞', 'l/ﬀ']
    beforeAll(() => Promise.all(listed.map((key) => put(key, key))))

    test('is in the order of UTF-8 bytes and tells size and ETag', async () => {
      const { Contents = [], KeyCount } = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'l/' }))
      const expected = [...listed].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      expect(Contents.map(({ Key }) => Key)).toEqual(expected)
      expect(KeyCount).toBe(listed.length)
      expect(Contents[0]).toMatchObject({ Size: 5, ETag: `"${md5('l/a-b')}"` })
    })

    test('rolls names up at a delimiter', async () => {
      const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'l/', Delimiter: '/' }))
      expect(page.CommonPrefixes).toEqual([{ Prefix: 'l/a/' }])
      expect(page.Contents?.map(({ Key }) => Key)).not.toContain('l/a/1')
      const top = await s3.send(new ListObjectsV2Command({ Bucket, Delimiter: '/', Prefix: 'l' }))
      expect(top.CommonPrefixes).toEqual([{ Prefix: 'l/' }])
    })

    test.each([1, 2, 3, 100])('in pages of %i misses nothing and repeats nothing', async (MaxKeys) => {
      const seen: (string | undefined)[] = []
      let ContinuationToken: string | undefined
      do {
        const asked = { Bucket, Prefix: 'l/', Delimiter: '/', MaxKeys, ContinuationToken }
        const page = await s3.send(new ListObjectsV2Command(asked))
        expect(page.KeyCount).toBeLessThanOrEqual(MaxKeys)
        for (const { Key } of page.Contents ?? []) seen.push(Key)
        for (const { Prefix } of page.CommonPrefixes ?? []) seen.push(Prefix)
        ContinuationToken = page.NextContinuationToken
      } while (ContinuationToken)
      expect(seen.sort()).toEqual([...listed.filter((key) => !key.startsWith('l/a/')), 'l/a/'].sort())
    })

    test('starts after a name', async () => {
      const page = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: 'l/', StartAfter: 'l/a/1', MaxKeys: 1 }))
      expect(page.Contents?.map(({ Key }) => Key)).toEqual(['l/a/2'])
      expect(page.IsTruncated).toBe(true)
    })
  })

  describe('multipart', () => {
    const part = randomBytes(5 * 1024 * 1024)
    const begin = async (Key: string) => {
      const { UploadId } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key, ContentType: 'audio/ogg' }))
      return { Bucket, Key, UploadId }
    }
    const send = async (upload: Awaited<ReturnType<typeof begin>>, PartNumber: number, Body: Buffer) => ({
      PartNumber,
      ETag: (await s3.send(new UploadPartCommand({ ...upload, PartNumber, Body }))).ETag,
    })

    test('through the SDK gives the same bytes', async () => {
      const big = randomBytes(12 * 1024 * 1024)
      await new Upload({ client: s3, params: { Bucket, Key: 'big', Body: big }, partSize: 5 * 1024 * 1024 }).done()
      expect((await read('big')).equals(big)).toBe(true)
    })

    test('joins parts in order whatever order they came in, and shows nothing before', async () => {
      const upload = await begin('joined')
      const second = await send(upload, 2, Buffer.from('end'))
      const first = await send(upload, 1, part)
      expect(await keysOf('joined')).toEqual([])
      const { Parts = [] } = await s3.send(new ListPartsCommand(upload))
      expect(Parts.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([
        [1, part.length],
        [2, 3],
      ])
      await s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts: [first, second] } }))
      expect(await get('joined')).toMatchObject({ ContentLength: part.length + 3, ContentType: 'audio/ogg' })
      expect((await read('joined', { Range: 'bytes=-3' })).toString()).toBe('end')
    })

    test('refuses unknown parts, wrong order and small parts', async () => {
      const upload = await begin('refused')
      const complete = (Parts: object[]) =>
        s3.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }))
      const small = await send(upload, 1, Buffer.from('a'))
      const [middle, last] = [await send(upload, 2, part), await send(upload, 3, part)]
      await expect(complete([{ ...last, ETag: '"00000000000000000000000000000000"' }])).rejects.toMatchObject(
        status(400),
      )
      await expect(complete([last, middle])).rejects.toMatchObject(status(400))
      await expect(complete([small, middle, last])).rejects.toMatchObject({ name: 'EntityTooSmall' })
      await expect(get('refused')).rejects.toMatchObject({ name: 'NoSuchKey' })
    })

    test('aborted leaves nothing and takes nothing more', async () => {
      const upload = await begin('aborted')
      await send(upload, 1, Buffer.from('a'))
      await s3.send(new AbortMultipartUploadCommand(upload))
      await expect(send(upload, 2, Buffer.from('b'))).rejects.toMatchObject(status(404))
      await expect(s3.send(new ListPartsCommand(upload))).rejects.toMatchObject(status(404))
    })
  })

  accessCases({ Bucket, put, get, read, status, target: () => target })

  test('of writers at the same time one wins whole', async () => {
    const versions = Array.from({ length: 12 }, (_, n) => Buffer.alloc(200_000, n))
    await Promise.all(versions.map((version) => put('contested', version)))
    const found = await read('contested')
    expect(versions.some((version) => version.equals(found))).toBe(true)
  })

  test('a reader sees one version whole while writers replace it', async () => {
    const version = (n: number) => Buffer.alloc(400_000, n)
    await put('turning', version(0))
    const writer = (async () => {
      for (let n = 1; n <= 15; n++) await put('turning', version(n))
    })()
    for (let n = 0; n < 15; n++) {
      const found = await read('turning')
      expect(found.equals(version(found[0] ?? 0))).toBe(true)
    }
    await writer
  })

  test('neighbours may come and go in one folder at the same time', async () => {
    const turn = async (name: string) => {
      for (let n = 0; n < 15; n++) {
        await put(`busy/folder/${name}`, name)
        await s3.send(new DeleteObjectCommand({ Bucket, Key: `busy/folder/${name}` }))
      }
    }
    await Promise.all(['a', 'b', 'c', 'd'].map(turn))
    expect(await keysOf('busy/')).toEqual([])
  })

  test('the bucket is known by name and place', async () => {
    await s3.send(new HeadBucketCommand({ Bucket }))
    await s3.send(new GetBucketLocationCommand({ Bucket }))
    await expect(s3.send(new HeadBucketCommand({ Bucket: 'no-such-bucket-here' }))).rejects.toMatchObject(status(404))
  })
}
