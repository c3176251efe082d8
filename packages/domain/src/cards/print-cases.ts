import { audit, type TenantContext, transaction } from '@sotay/kernel'
import { printPdf } from '@sotay/print'
import type { CardList } from './inputs'
import { listCardCases } from './list-cases'
import texts from './locales/vi.json'

/** As many lines as somebody signs under. */
const LINES = 1000

/**
 * The cases as they are filtered, as a PDF to print and sign. Each list that leaves is audited.
 * @throws NotFound for who sees no cases
 */
export async function printCases(ctx: TenantContext, input: CardList = {}): Promise<Buffer> {
  const { cases } = await listCardCases(ctx, { ...input, after: undefined, size: LINES })
  await transaction(ctx, async (tx) => audit(tx, 'cards.list-printed', null, { rows: cases.length }))
  const { list: words, print } = texts
  const rows = cases.map((row, index) => [
    String(index + 1),
    row.name,
    row.unitName,
    row.newCard ? `${row.oldCard} → ${row.newCard}` : row.oldCard,
    texts.kinds[row.kind],
    texts.statuses[row.status],
  ])
  const day = new Intl.DateTimeFormat('vi-VN', { dateStyle: 'short', timeZone: ctx.config.timezone })
  return printPdf({
    issuer: { name: ctx.config.name },
    title: print.title,
    subtitle: day.format(ctx.clock.now()),
    blocks: [
      { kind: 'table', columns: [print.number, words.name, words.place, words.card, words.kind, words.status], rows },
    ],
  })
}
