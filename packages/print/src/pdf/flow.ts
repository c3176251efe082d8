import { lineHeight, linesOf, nextPage, type Sheet, type Style, writeLine } from './sheet'

/** Where text runs down the pages. `turn` begins the next one. */
export interface Flow {
  sheet: Sheet
  turn(): void
}

export const openFlow = (sheet: Sheet): Flow => {
  let page = 1
  return {
    sheet,
    turn() {
      page += 1
      nextPage(sheet, page)
    },
  }
}

/** Begins a page unless `height` points are left on this one. */
export const need = (flow: Flow, height: number) => {
  if (flow.sheet.y + height > flow.sheet.bottom) flow.turn()
}

/** Text over the sheet's width, or over a part of it, that goes on on the next page. */
export const writeText = (flow: Flow, text: string, style: Style, indent = 0) => {
  const { sheet } = flow
  const height = lineHeight(style.size)
  for (const line of linesOf(sheet, text, style, sheet.width - indent)) {
    need(flow, height)
    writeLine(sheet, line, style, sheet.left + indent, sheet.y, sheet.width - indent)
    sheet.y += height
  }
}
