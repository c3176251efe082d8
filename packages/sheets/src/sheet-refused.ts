export type SheetRefusal =
  /** More bytes than the reader was allowed. */
  | 'too-large'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'cell-too-long'
  /** It unpacks to more than the reader was allowed. */
  | 'expands-too-far'
  | 'encrypted'
  /** Excel 97–2003. */
  | 'old-excel'
  /** Excel's binary workbook. */
  | 'binary-excel'
  | 'open-document'
  /** Text in no encoding that is sure. */
  | 'encoding'
  /** Neither a workbook nor separated text. */
  | 'not-a-table'
  /** A document type declaration, which could define entities. */
  | 'entities'
  | 'damaged'
  | 'empty'

/** Why a table is not read. */
export class SheetRefused extends Error {
  override readonly name = 'SheetRefused'
  constructor(
    readonly code: SheetRefusal,
    /** Line of the file, from 1, when one is at fault. */
    readonly line?: number,
    options?: ErrorOptions,
  ) {
    super(line === undefined ? code : `${code} at line ${line}`, options)
  }
}
