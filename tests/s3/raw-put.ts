import { createHash } from 'node:crypto'
import { Sha256 } from '@aws-crypto/sha256-js'
import { SignatureV4 } from '@smithy/signature-v4'
import type { S3Target } from './s3-target'

/** Signs requests by hand, for bodies that no well-behaved client sends. */
export function rawPut({ endpoint, region, accessKey, secretKey }: S3Target) {
  const credentials = { accessKeyId: accessKey, secretAccessKey: secretKey }
  const signer = new SignatureV4({ credentials, region, service: 's3', sha256: Sha256, uriEscapePath: false })
  const { host, hostname } = new URL(endpoint)

  async function sign(path: string, payload: string, extra: Record<string, string>) {
    const signingDate = new Date()
    const headers = { host, 'x-amz-content-sha256': payload, ...extra }
    const request = { method: 'PUT', protocol: 'http:', hostname, path, query: {}, headers }
    const signed = await signer.sign(request, { signingDate })
    const seed = signed.headers.authorization?.split('Signature=')[1] ?? ''
    return { signingDate, headers: signed.headers as Record<string, string>, seed }
  }

  /** A body in signed chunks; `tamper` changes what is sent after signing. */
  async function putSignedChunks(path: string, chunks: string[], tamper = (body: string) => body): Promise<Response> {
    const decoded = { 'x-amz-decoded-content-length': String(Buffer.byteLength(chunks.join(''))) }
    const { headers, seed, signingDate } = await sign(path, 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER', {
      ...decoded,
      'content-encoding': 'aws-chunked',
      'x-amz-trailer': 'x-amz-checksum-sha256',
    })
    let [body, prior] = ['', seed]
    for (const chunk of [...chunks, '']) {
      const event = { headers: new Uint8Array(0), payload: Buffer.from(chunk) }
      prior = await signer.sign(event, { signingDate, priorSignature: prior })
      body += `${Buffer.byteLength(chunk).toString(16)};chunk-signature=${prior}\r\n${chunk}${chunk ? '\r\n' : ''}`
    }
    const checksum = `x-amz-checksum-sha256:${createHash('sha256').update(chunks.join('')).digest('base64')}`
    const longDate = headers['x-amz-date'] ?? ''
    const scope = `${longDate.slice(0, 8)}/${region}/s3/aws4_request`
    const hash = createHash('sha256').update(`${checksum}\n`).digest('hex')
    const text = ['AWS4-HMAC-SHA256-TRAILER', longDate, scope, prior, hash].join('\n')
    const signature = await signer.sign(text, { signingDate })
    body += `${checksum}\r\nx-amz-trailer-signature:${signature}\r\n\r\n`
    return fetch(endpoint + path, { method: 'PUT', headers, body: tamper(body) })
  }

  return { sign, putSignedChunks }
}
