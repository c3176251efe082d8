import type { Block } from '../official-document'
import { type Flow, need, writeText } from './flow'
import { lineHeight, linesOf, mm, type Style, writeLine } from './sheet'
import { writeTable } from './write-table'

const BODY: Style = { face: 'regular', size: 12 }
const HEADING: Style = { face: 'bold', size: 12 }
const LABEL_SHARE = 0.38

/** A label and its value side by side, going on over pages when the value is long. */
const writeFact = (flow: Flow, label: string, value: string) => {
  const { sheet } = flow
  const split = sheet.width * LABEL_SHARE
  const labels = linesOf(sheet, label, BODY, split - 10)
  const values = linesOf(sheet, value, BODY, sheet.width - split)
  const height = lineHeight(BODY.size)
  for (let index = 0; index < Math.max(labels.length, values.length); index += 1) {
    need(flow, height)
    writeLine(sheet, labels[index] ?? '', BODY, sheet.left, sheet.y, split)
    writeLine(sheet, values[index] ?? '', BODY, sheet.left + split, sheet.y, sheet.width - split)
    sheet.y += height
  }
}

export const writeBlock = async (flow: Flow, block: Block) => {
  const { sheet } = flow
  switch (block.kind) {
    case 'heading':
      sheet.y += 6
      need(flow, 3 * lineHeight(HEADING.size))
      writeText(flow, block.text, HEADING)
      sheet.y += 2
      return
    case 'paragraph':
      writeText(flow, block.text, BODY)
      sheet.y += 6
      return
    case 'facts':
      for (const [label, value] of block.rows) writeFact(flow, label, value)
      sheet.y += 4
      return
    case 'picture': {
      const side = mm(block.size)
      need(flow, side + 6)
      sheet.pdf.image(block.png, sheet.left, sheet.y, { width: side, height: side })
      sheet.y += side + 6
      return
    }
    case 'table':
      await writeTable(flow, block.columns, block.rows)
  }
}
