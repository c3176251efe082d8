import { createHash } from 'node:crypto'
import {
  GetObjectCommand,
  type GetObjectCommandInput,
  type GetObjectCommandOutput,
  HeadBucketCommand,
  PutBucketCorsCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
} from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'
import { beforeAll, describe, expect, test } from 'vitest'
import { clientOf, type S3Target } from './s3-target'

export type OnTarget = {
  Bucket: string
  target(): S3Target
  put(key: string, body: PutObjectCommandInput['Body'], more?: Partial<PutObjectCommandInput>): Promise<unknown>
  get(key: string, more?: Partial<GetObjectCommandInput>): Promise<GetObjectCommandOutput>
  read(key: string): Promise<Buffer>
  status(code: number): object
}

/** Who may do what: presigned URLs, and those without a right signature. */
export function accessCases({ Bucket, target, put, get, read, status }: OnTarget): void {
  const s3 = () => clientOf(target())

  describe('presigned URLs', () => {
    const presign = (command: GetObjectCommand | PutObjectCommand, expiresIn = 60, headers: string[] = []) =>
      getSignedUrl(s3(), command, { expiresIn, signableHeaders: new Set(['host', ...headers]) })
    const download = (Key: string, expiresIn?: number) => presign(new GetObjectCommand({ Bucket, Key }), expiresIn)
    beforeAll(() => put('signed/a.txt', 'hello', { ContentType: 'text/plain' }))

    test('let a browser of any origin put and get one object, after asking', async () => {
      const rule = { AllowedMethods: ['PUT', 'GET'], AllowedOrigins: ['*'], AllowedHeaders: ['*'] }
      await s3().send(new PutBucketCorsCommand({ Bucket, CORSConfiguration: { CORSRules: [rule] } }))
      const url = await presign(new PutObjectCommand({ Bucket, Key: 'signed/up', ContentType: 'text/plain' }))
      const ask = { Origin: 'http://x.example', 'Access-Control-Request-Method': 'PUT' }
      const headers = { ...ask, 'Access-Control-Request-Headers': 'content-type' }
      const preflight = await fetch(url, { method: 'OPTIONS', headers })
      const allowsOrigin = (answer: Response) =>
        ['*', ask.Origin].includes(answer.headers.get('access-control-allow-origin') ?? '')
      expect([preflight.status, allowsOrigin(preflight)]).toEqual([200, true])
      const sent = { 'content-type': 'text/plain', Origin: 'http://x.example' }
      const answer = await fetch(url, { method: 'PUT', body: 'hello', headers: sent })
      expect([answer.status, allowsOrigin(answer)]).toEqual([200, true])
      expect((await read('signed/up')).toString()).toBe('hello')
      const refused = { ...ask, 'Access-Control-Request-Method': 'DELETE' }
      expect((await fetch(url, { method: 'OPTIONS', headers: refused })).status).toBe(403)
    })

    test('hold the size and type they were signed for', async () => {
      const command = new PutObjectCommand({ Bucket, Key: 'signed/5', ContentType: 'image/png', ContentLength: 5 })
      const url = await presign(command, 60, ['content-type', 'content-length'])
      const upload = (body: string, type: string) =>
        fetch(url, { method: 'PUT', body, headers: { 'content-type': type } })
      expect((await upload('longer than five', 'image/png')).status).toBe(403)
      expect((await upload('12345', 'text/html')).status).toBe(403)
      expect((await upload('12345', 'image/png')).status).toBe(200)
    })

    test('name the download', async () => {
      const ResponseContentDisposition = `attachment; filename*=UTF-8''h%E1%BB%93%20s%C6%A1.txt`
      const answer = await fetch(
        await presign(new GetObjectCommand({ Bucket, Key: 'signed/a.txt', ResponseContentDisposition })),
      )
      expect(answer.headers.get('content-disposition')).toBe(ResponseContentDisposition)
      expect(await answer.text()).toBe('hello')
    })

    test.each([
      ['another signature', (url: string) => url.replace(/(X-Amz-Signature=).{6}/, '$1000000')],
      ['another object', (url: string) => url.replace('signed/a.txt', 'ranged')],
      ['a longer life', (url: string) => url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600')],
      ['another parameter', (url: string) => `${url}&response-content-type=text%2Fhtml`],
      ['no signature', (url: string) => url.replace(/&X-Amz-Signature=[^&]*/, '')],
    ])('changed to %s are refused', async (_, change) => {
      const answer = await fetch(change(await download('signed/a.txt')))
      expect([400, 403]).toContain(answer.status)
      expect(await answer.text()).not.toBe('hello')
    })

    test('for reading do not write', async () => {
      const answer = await fetch(await download('signed/a.txt'), { method: 'PUT', body: 'overwritten' })
      expect(answer.status).toBe(403)
      expect((await read('signed/a.txt')).toString()).toBe('hello')
    })

    test('are refused once expired', async () => {
      const signingDate = new Date(Date.now() - 120_000)
      const command = new GetObjectCommand({ Bucket, Key: 'signed/a.txt' })
      const url = await getSignedUrl(s3(), command, { expiresIn: 60, signingDate })
      expect((await fetch(url)).status).toBe(403)
    })
  })

  describe('strangers', () => {
    test('anonymous requests are refused', async () => {
      for (const [method, path] of [
        ['GET', '/ranged'],
        ['PUT', '/planted'],
        ['DELETE', '/ranged'],
        ['GET', '?list-type=2'],
      ])
        expect((await fetch(`${target().endpoint}/${Bucket}${path}`, { method })).status).toBe(403)
      expect((await read('ranged')).length).toBe(10)
    })

    test('a wrong secret and an unknown key are refused', async () => {
      const wrong = clientOf({ ...target(), secretKey: 'not the secret' }).send(
        new GetObjectCommand({ Bucket, Key: 'ranged' }),
      )
      await expect(wrong).rejects.toMatchObject({ name: 'SignatureDoesNotMatch', ...status(403) })
      const nobody = clientOf({ ...target(), accessKey: 'nobody' }).send(new HeadBucketCommand({ Bucket }))
      await expect(nobody).rejects.toMatchObject(status(403))
    })

    test('a clock that is an hour off is refused', async () => {
      const late = clientOf(target(), { systemClockOffset: -3_600_000 })
      await expect(late.send(new GetObjectCommand({ Bucket, Key: 'ranged' }))).rejects.toMatchObject(status(403))
    })

    test('a body other than the one signed is not stored', async () => {
      const other = clientOf(target())
      other.middlewareStack.add(
        (next) => (args) => {
          Object.assign(args.request as object, { body: Buffer.from('tampered') })
          return next(args)
        },
        { step: 'finalizeRequest', priority: 'low' },
      )
      const sent = other.send(new PutObjectCommand({ Bucket, Key: 'tampered', Body: 'original' }))
      await expect(sent).rejects.toMatchObject(status(400))
      await expect(get('tampered')).rejects.toMatchObject({ name: 'NoSuchKey' })
    })

    test('a body that differs from its Content-MD5 is not stored', async () => {
      const sent = put('digest', 'body', { ContentMD5: createHash('md5').update('other').digest('base64') })
      await expect(sent).rejects.toMatchObject({ name: 'BadDigest' })
      await expect(get('digest')).rejects.toMatchObject({ name: 'NoSuchKey' })
    })
  })
}
