import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '../refused'

/** What an embedded installation keeps to itself, made once. */
export interface Secrets {
  secret: string
  accessKey: string
  secretKey: string
}

/** Reads or makes the installation's secrets; a given SOTAY_SECRET wins. @throws Refused when the file is damaged */
export async function keepSecrets(dataDirectory: string, given?: string): Promise<Secrets> {
  await mkdir(dataDirectory, { recursive: true })
  const path = join(dataDirectory, 'secrets.json')
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  const secrets = text === undefined ? await make(path) : parse(path, text)
  return given ? { ...secrets, secret: given } : secrets
}

async function make(path: string): Promise<Secrets> {
  const random = (bytes: number) => randomBytes(bytes).toString('base64url')
  const secrets = { secret: random(36), accessKey: `sotay-${randomBytes(8).toString('hex')}`, secretKey: random(30) }
  await writeFile(`${path}.new`, JSON.stringify(secrets), { mode: 0o600 })
  await rename(`${path}.new`, path)
  return secrets
}

function parse(path: string, text: string): Secrets {
  try {
    const read = JSON.parse(text) as Secrets
    if (read.secret && read.accessKey && read.secretKey) return read
  } catch {
    // Told below, with what to do.
  }
  throw new Refused(`Tệp "${path}" hỏng. Khôi phục tệp đó từ bản sao, hoặc làm lại từ đầu bằng "npm start -- --fresh".`)
}
