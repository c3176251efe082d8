import type * as z from 'zod'
import { nearestWord } from './nearest-word'
import { keysAt } from './schema-at'

export interface Finding {
  path: readonly PropertyKey[]
  /** The key the finding is about, when it is the key that is wrong. */
  key?: string
  message: string
  allowed?: string[]
}

const MOST_KEYS = 20

/** Says in Vietnamese what a zod issue means to the writer of the file. */
export function describeZodIssue(schema: z.ZodType, issue: z.core.$ZodIssue): Finding[] {
  const { path } = issue
  switch (issue.code) {
    case 'unrecognized_keys': {
      const allowed = keysAt(schema, path) ?? []
      return issue.keys.slice(0, MOST_KEYS).map((key) => ({
        path,
        key,
        message: `không có mục “${key}”${suggest(key, allowed)}${quoting(key)}`,
        allowed,
      }))
    }
    case 'invalid_value':
      return [unknownWord(path, issue.input, issue.values.map(String), issue.message)]
    case 'invalid_key':
      return [{ path, key: String(path.at(-1)), message: issue.issues[0]?.message ?? issue.message }]
    case 'invalid_type':
      return [
        { path, message: issue.input === undefined ? 'thiếu mục bắt buộc này' : `phải là ${typeName(issue.expected)}` },
      ]
    case 'too_small':
    case 'too_big':
      return [{ path, message: own(issue.message) ?? sizeMessage(issue) }]
    case 'custom':
      return [{ path, message: issue.message, allowed: allowedIn(issue.params) }]
    default:
      return [{ path, message: issue.message }]
  }
}

/** A word that should have been one of `allowed`. */
export function unknownWord(path: readonly PropertyKey[], written: unknown, allowed: string[], said?: string): Finding {
  if (written === undefined) return { path, message: 'thiếu mục bắt buộc này', allowed }
  const word = String(written).slice(0, 64)
  return {
    path,
    message: own(said) ?? `“${word}” không có trong các giá trị được phép${suggest(word, allowed)}`,
    allowed,
  }
}

function suggest(written: string, allowed: string[]): string {
  const near = nearestWord(written, allowed)
  return near ? `; có phải ý là “${near}”?` : ''
}

// In { a: b, c d } a comma ends the value: the usual slip of who writes sentences.
const quoting = (key: string) => (key.includes(' ') ? '; câu có dấu phẩy phải đặt trong dấu nháy đơn' : '')

// zod's own messages are English; ours are not.
const own = (message: string | undefined) => (message && !/^(Invalid|Too)/.test(message) ? message : undefined)

const names = new Map([
  ['string', 'chữ'],
  ['number', 'số'],
  ['boolean', 'true hoặc false'],
  ['array', 'danh sách (mỗi dòng bắt đầu bằng -)'],
  ['object', 'nhóm các mục'],
  ['record', 'nhóm các mục'],
  ['int', 'số nguyên'],
])
const typeName = (expected: string) => names.get(expected) ?? expected

function sizeMessage(issue: z.core.$ZodIssueTooSmall | z.core.$ZodIssueTooBig): string {
  const edge = issue.code === 'too_small' ? `ít nhất ${issue.minimum}` : `nhiều nhất ${issue.maximum}`
  return issue.origin === 'array' ? `phải có ${edge} dòng` : `phải có giá trị ${edge}`
}

const allowedIn = (params: Record<string, unknown> | undefined): string[] | undefined =>
  Array.isArray(params?.allowed) ? params.allowed.map(String) : undefined
