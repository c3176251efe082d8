import { type Document, isMap, isScalar, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml'
import { ConfigurationError } from './configuration-error'
import { duplicateKeys } from './duplicate-keys'
import { nestingDepth } from './nesting-depth'

type Path = readonly PropertyKey[]

export interface YamlFile {
  value: unknown
  /** Line and column (from 1) of the value at a path, or of its nearest ancestor that is written. */
  placeOf(path: Path): { line: number; column: number }
  /** The same for the key of a map entry. */
  placeOfKey(path: Path, key: string): { line: number; column: number }
}

const LARGEST_FILE = 262_144
const MOST_ALIASES = 20
const DEEPEST_NESTING = 40

/**
 * Reads YAML 1.2 and remembers where each value stands.
 * @throws ConfigurationError on a syntax error, a duplicate key, too large or too deep a file or an alias bomb
 */
export function readYaml(text: string, file: string): YamlFile {
  const fail = (message: string, line = 1, column = 1): never => {
    throw new ConfigurationError([{ file, line, column, path: '', message }])
  }
  if (text.length > LARGEST_FILE) fail('Tệp quá lớn, không quá 256 KB')
  if (nestingDepth(text) > DEEPEST_NESTING) fail('Các mục lồng nhau quá sâu')
  const lineCounter = new LineCounter()
  const document = parseDocument(text, {
    lineCounter,
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'silent',
  })
  if (document.errors.length) {
    throw new ConfigurationError(
      document.errors.map((error) => ({
        file,
        ...placeAt(lineCounter, error.pos[0]),
        path: '',
        message: describeSyntax(error),
      })),
    )
  }
  const doubles = duplicateKeys(document)
  if (doubles.length) {
    const message = 'Mục này đã được viết ở trên'
    throw new ConfigurationError(doubles.map((at) => ({ file, ...placeAt(lineCounter, at), path: '', message })))
  }
  const value = expand(document, fail)
  const start = (path: Path) => placeAt(lineCounter, nearestNode(document, path)?.range?.[0] ?? 0)
  return {
    value,
    placeOf: start,
    placeOfKey(path, key) {
      const map = nearestNode(document, path)
      const pair = isMap(map)
        ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
        : undefined
      return isScalar(pair?.key) ? placeAt(lineCounter, pair.key.range?.[0] ?? 0) : start(path)
    },
  }
}

type Fail = (message: string) => never

function expand(document: Document.Parsed, fail: Fail): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES })
  } catch (error) {
    const many = error instanceof Error && error.message.includes('alias count')
    return fail(many ? 'Dùng lại bí danh (*) quá nhiều lần' : 'Bí danh (*) không trỏ tới chỗ nào')
  }
}

function placeAt(counter: LineCounter, offset: number) {
  const { line, col } = counter.linePos(offset)
  return { line: Math.max(line, 1), column: Math.max(col, 1) }
}

function nearestNode(document: Document.Parsed, path: Path): Node | null {
  for (let depth = path.length; depth > 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true) as Node | undefined
    if (node?.range) return node
  }
  return document.contents
}

const syntax = new Map<string, string>([
  ['TAB_AS_INDENT', 'Thụt đầu dòng bằng phím Tab; hãy dùng dấu cách'],
  ['BAD_INDENT', 'Thụt đầu dòng sai, hoặc ngoặc mở ở trên chưa đóng'],
  ['MISSING_CHAR', 'Thiếu dấu đóng ngoặc hoặc dấu nháy'],
  ['MULTIPLE_DOCS', 'Chỉ được có một tài liệu trong tệp'],
])

const describeSyntax = (error: YAMLError): string => syntax.get(error.code) ?? `Sai cú pháp YAML (${error.message})`
