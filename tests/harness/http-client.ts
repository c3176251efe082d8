import { type ClientRequest, type IncomingMessage, type RequestOptions, request } from 'node:http'
import { request as requestOverTls } from 'node:https'
import { checkServerIdentity, type TLSSocket } from 'node:tls'

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
  /** Cookies set by the answer, as `name=value`. */
  cookies: string[]
}

export interface Ask {
  /** The Host header; the port is the server's own. */
  host: string
  path: string
  method?: string
  headers?: Record<string, string>
  /** Sent as a form, with the page's own Origin unless `headers` says otherwise. */
  form?: Record<string, string>
  cookie?: string
}

/** Asks a server on loopback as a browser would, one request at a time, without following redirects. */
export const ask = (port: number, asked: Ask): Promise<Answer> =>
  exchange(asked, `http://${asked.host}:${port}`, (headers, answered) =>
    request({ ...addressed(port, asked), headers }, answered),
  )

/** `ask` within TLS: the handshake names the host, and the certificate must be that host's, whoever issued it. */
export const askOverTls = (port: number, asked: Ask): Promise<Answer> =>
  exchange(asked, `https://${asked.host}:${port}`, (headers, answered) => {
    const secured = { agent: false, servername: asked.host, rejectUnauthorized: false }
    const sent = requestOverTls({ ...addressed(port, asked), ...secured, headers }, (answer) => {
      const wrong = checkServerIdentity(asked.host, (answer.socket as TLSSocket).getPeerCertificate())
      if (wrong) sent.destroy(wrong)
      else answered(answer)
    })
    return sent
  })

const addressed = (port: number, { path, method, form }: Ask): RequestOptions => ({
  host: '127.0.0.1',
  port,
  path,
  method: method ?? (form ? 'POST' : 'GET'),
})

function exchange(
  { form, headers = {}, cookie }: Ask,
  origin: string,
  send: (headers: Record<string, string>, answered: (answer: IncomingMessage) => void) => ClientRequest,
): Promise<Answer> {
  const body = form ? new URLSearchParams(form).toString() : undefined
  const all: Record<string, string> = { Host: origin.replace(/^https?:\/\//, '') }
  if (form) Object.assign(all, { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' })
  if (cookie) all.Cookie = cookie
  Object.assign(all, headers)
  return new Promise((resolve, reject) => {
    const sent = send(all, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () =>
        resolve({
          status: answer.statusCode ?? 0,
          headers: answer.headers,
          body: Buffer.concat(chunks).toString('utf8'),
          cookies: (answer.headers['set-cookie'] ?? []).map((line) => line.split(';')[0]!),
        }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
