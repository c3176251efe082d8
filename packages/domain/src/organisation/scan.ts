import { Invalid } from '@sotay/kernel'
import { composed } from '@sotay/kernel/composed'

export interface Scan {
  content: Buffer
  contentType: string
  extension: string
  /** What to call it when it is saved: the name it came under, with the ending of what it is. */
  name: string
}

/** What a scan may be, by its first bytes; a name and a declared type prove nothing. */
const kinds = [
  { extension: 'pdf', contentType: 'application/pdf', begins: Buffer.from('%PDF-') },
  { extension: 'jpg', contentType: 'image/jpeg', begins: Buffer.from([0xff, 0xd8, 0xff]) },
  { extension: 'png', contentType: 'image/png', begins: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]) },
]

/** Reads an uploaded scan. @throws Invalid when it is no PDF, JPG or PNG */
export async function readScan(file: File): Promise<Scan> {
  const content = Buffer.from(await file.arrayBuffer())
  const kind = kinds.find(({ begins }) => content.subarray(0, begins.length).equals(begins))
  if (!kind) throw new Invalid({ file: ['organisation.scan-kind'] })
  const { extension, contentType } = kind
  return { content, contentType, extension, name: `${bareName(file.name)}.${extension}` }
}

function bareName(name: string): string {
  const last = composed(name).split(/[/\\]/).at(-1) ?? ''
  const bare = last
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, '')
    .trim()
  return [...bare].slice(0, 100).join('') || 'quyet-dinh'
}
