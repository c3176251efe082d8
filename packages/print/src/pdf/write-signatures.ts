import type { Signature } from '../official-document'
import { type Flow, need } from './flow'
import { lineHeight, linesOf, type Style, writeLine } from './sheet'

const ROLE: Style = { face: 'bold', size: 12, align: 'center' }
// Room for a hand and a stamp.
const ROOM = 80

/** Signatures side by side and never apart; a single one stands at the right. */
export const writeSignatures = (flow: Flow, signatures: Signature[]) => {
  if (signatures.length === 0) return
  const { sheet } = flow
  const count = Math.max(2, signatures.length)
  const width = sheet.width / count
  const roles = signatures.map(({ role }) => linesOf(sheet, role.toLocaleUpperCase('vi'), ROLE, width - 8))
  const names = signatures.map(({ name }) => (name ? linesOf(sheet, name, ROLE, width - 8) : []))
  const height = lineHeight(ROLE.size)
  const tallest = (columns: string[][]) => Math.max(...columns.map((lines) => lines.length)) * height
  need(flow, 16 + tallest(roles) + ROOM + tallest(names))
  const top = sheet.y + 16
  const first = count - signatures.length
  for (const [index, lines] of roles.entries()) {
    const x = sheet.left + (first + index) * width
    for (const [at, line] of lines.entries()) writeLine(sheet, line, ROLE, x, top + at * height, width)
    const under = top + tallest(roles) + ROOM
    for (const [at, line] of (names[index] ?? []).entries()) writeLine(sheet, line, ROLE, x, under + at * height, width)
  }
  sheet.y = top + tallest(roles) + ROOM + tallest(names)
}
