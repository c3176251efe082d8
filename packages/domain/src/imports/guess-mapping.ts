import { createHash } from 'node:crypto'
import { fold } from './fold'
import type { RosterField } from './inputs'

/** Headings that rosters are exported under, folded; the first words that fit decide. */
const HEADINGS: Record<RosterField, readonly string[]> = {
  fullName: ['ho va ten', 'ho ten', 'ho va ten khai sinh', 'ho ten dang vien', 'ten dang vien', 'ho va ten dang vien'],
  cardNumber: [
    'so the',
    'so the dang vien',
    'so the dang',
    'so tdv',
    'so the dv',
    'the dang vien',
    'so the dang vien moi',
  ],
  unit: [
    'chi bo',
    'chi bo sinh hoat',
    'ten chi bo',
    'chi bo dang sinh hoat',
    'don vi sinh hoat',
    'noi sinh hoat',
    'don vi',
  ],
  parentUnit: ['dang uy co so', 'dang bo co so', 'dang uy', 'dang bo', 'to chuc co so dang', 'tccsd', 'truc thuoc'],
  birthDate: ['ngay sinh', 'ngay thang nam sinh', 'sinh ngay', 'ngay thang sinh'],
  gender: ['gioi tinh', 'nam nu', 'phai'],
  phone: ['so dien thoai', 'dien thoai', 'sdt', 'di dong', 'dien thoai di dong', 'so dien thoai di dong', 'so dtdd'],
  status: ['trang thai dang vien', 'loai dang vien', 'trang thai', 'tinh trang', 'chinh thuc du bi', 'dang vien'],
  admittedOn: ['ngay vao dang', 'ngay ket nap', 'vao dang ngay', 'ngay ket nap dang'],
  confirmedOn: ['ngay chinh thuc', 'ngay cong nhan chinh thuc', 'ngay vao dang chinh thuc', 'ngay chuyen chinh thuc'],
}

/** Field by column number, from 0. */
export type Mapping = Record<string, RosterField>

/** Which columns are which by their headings: those that are one of the known, then those that begin like one. */
export function guessMapping(headers: readonly string[]): Mapping {
  const mapping: Mapping = {}
  const folded = headers.map((header) => fold(header.replace(/\(.*?\)/g, ' ')))
  const taken = new Set<string>()
  const fits = [
    (heading: string, known: string) => heading === known,
    (heading: string, known: string) => heading.startsWith(`${known} `),
  ]
  for (const fit of fits) {
    for (const [field, known] of Object.entries(HEADINGS) as [RosterField, readonly string[]][]) {
      if (taken.has(field)) continue
      const at = folded.findIndex((heading, column) => !mapping[column] && known.some((words) => fit(heading, words)))
      if (at < 0) continue
      mapping[at] = field
      taken.add(field)
    }
  }
  return mapping
}

/** Equal for files that have the same headings in the same order, however they are written. */
export const fingerprintOf = (headers: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(headers.map(fold)))
    .digest('base64url')
