import { SaxesParser } from 'saxes'
import { SheetRefused } from '../sheet-refused'

export interface XmlEvents {
  /** @param name without its namespace's prefix */
  open?(name: string, attributes: Record<string, string>): void
  /** One element's text may come in pieces. */
  text?(piece: string): void
  close?(name: string): void
}

/** Bytes that may pass without anything beginning or ending: no honest part has a longer name, value or comment. */
const SILENT_BYTES = 1024 * 1024

/**
 * Reads XML piece by piece and calls back; pauses after each piece, so that what came up can be taken away.
 * @throws SheetRefused on a document type declaration, malformed XML or an endless piece of it
 */
export async function* readXml(pieces: AsyncIterable<Uint8Array>, events: XmlEvents): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false })
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let silent = 0
  const heard = () => {
    silent = 0
  }
  parser.on('doctype', () => {
    throw new SheetRefused('entities')
  })
  parser.on('error', (error) => {
    throw new SheetRefused('damaged', undefined, { cause: error })
  })
  parser.on('opentag', (tag) => {
    heard()
    events.open?.(local(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    heard()
    events.close?.(local(tag.name))
  })
  const text = (piece: string) => events.text?.(piece)
  parser.on('text', text)
  parser.on('cdata', text)
  for await (const piece of pieces) {
    silent += piece.length
    if (silent > SILENT_BYTES) throw new SheetRefused('damaged')
    parser.write(decode(decoder, piece))
    yield
  }
  parser.write(decode(decoder)).close()
  yield
}

const local = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function decode(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
  } catch (cause) {
    throw new SheetRefused('damaged', undefined, { cause })
  }
}
