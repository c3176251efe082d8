import { request } from 'node:http'

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
export function ask(port: number, { host, path, method, headers = {}, form, cookie }: Ask): Promise<Answer> {
  const body = form ? new URLSearchParams(form).toString() : undefined
  const own = form ? { Origin: `http://${host}:${port}`, 'Content-Type': 'application/x-www-form-urlencoded' } : {}
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method: method ?? (form ? 'POST' : 'GET'),
        headers: { Host: `${host}:${port}`, ...own, ...(cookie ? { Cookie: cookie } : {}), ...headers },
      },
      (answer) => {
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
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}
