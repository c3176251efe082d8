import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipPart {
  name: string
  content: string | Buffer
  /** Unpacked size as the directory tells it, when it lies. */
  declared?: number
}

/** A packed file made by hand, so that it may lie as no library would let it. */
export function makeZip(parts: ZipPart[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, declared } of parts) {
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(bytes), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(declared ?? bytes.length, 18)
    common.writeUInt16LE(Buffer.byteLength(name), 22)
    bodies.push(Buffer.from('PK\x03\x04', 'latin1'), common, Buffer.from(name), packed)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(listed.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, listed, Buffer.from('PK\x05\x06', 'latin1'), end])
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const related = (...relations: [id: string, type: string, target: string][]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** An Excel workbook around parts written by hand. */
export function makeWorkbookFile(given: {
  /** What stands in `sheetData`. */
  rows: string
  /** `si` elements. */
  strings?: string
  /** `numFmts` and `cellXfs` elements. */
  styles?: string
  workbook?: string
  /** Put at the head of the sheet's part. */
  doctype?: string
  declaredSheet?: number
}): Buffer {
  const workbook = given.workbook ?? '<sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets>'
  return makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: '_rels/.rels', content: related(['rId1', 'officeDocument', 'xl/workbook.xml']) },
    { name: 'xl/workbook.xml', content: `<workbook xmlns:r="${RELATIONS}">${workbook}</workbook>` },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: related(
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'sharedStrings', 'sharedStrings.xml'],
        ['rId3', 'styles', 'styles.xml'],
        ['rId4', 'worksheet', 'worksheets/sheet2.xml'],
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${given.doctype ?? ''}<worksheet><sheetData>${given.rows}</sheetData></worksheet>`,
      declared: given.declaredSheet,
    },
    {
      name: 'xl/worksheets/sheet2.xml',
      content: '<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>',
    },
    { name: 'xl/sharedStrings.xml', content: `<sst>${given.strings ?? ''}</sst>` },
    { name: 'xl/styles.xml', content: `<styleSheet>${given.styles ?? ''}</styleSheet>` },
  ])
}

/** A file as it comes in: piece by piece. */
export async function* inPieces(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
