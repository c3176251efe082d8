/** A part of the body, in reading order. A paragraph's line breaks are kept. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; rows: [string, string][] }
  | { kind: 'table'; columns: string[]; rows: string[][] }
  /** A square picture at the left; `size` in millimetres. */
  | { kind: 'picture'; png: Buffer; size: number }

export interface Signature {
  role: string
  name?: string
}

/** One description of an official document; each renderer gives it the form of Party documents. */
export interface OfficialDocument {
  /** The body that issues, below the body above it. */
  issuer: { above?: string; name: string }
  number?: string
  placeAndDate?: string
  title: string
  subtitle?: string
  blocks: Block[]
  signatures?: Signature[]
}

/** The heading of the right side of each Party document. */
export const PARTY = 'ĐẢNG CỘNG SẢN VIỆT NAM'

/** Columns beyond which a table asks for a page turned on its side. */
const WIDEST_UPRIGHT = 6

export const isLandscape = (document: OfficialDocument): boolean =>
  document.blocks.some((block) => block.kind === 'table' && block.columns.length > WIDEST_UPRIGHT)
