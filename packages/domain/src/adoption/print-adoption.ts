import type { TenantContext } from '@sotay/kernel'
import { type Block, printPdf } from '@sotay/print'
import { exportAdoptionTable } from './export-table'
import type { ReadAdoption } from './inputs'
import texts from './locales/vi.json'
import { type AdoptionLine, type AdoptionOverview, shareOf } from './read-adoption'
import type { Sums, TargetFigure } from './sum-counts'

const { base, overview: words, print, table } = texts

/**
 * Who uses the handbook below a unit, on paper: targets with their denominators, what those are made of, and each unit.
 * @throws as `exportAdoptionTable`: it is counted as a file that leaves
 */
export async function printAdoption(
  ctx: TenantContext,
  input: ReadAdoption,
): Promise<{ name: string; content: Buffer }> {
  const overview = await exportAdoptionTable(ctx, input)
  const day = overview.countedOn ?? overview.day
  const content = await printPdf({
    issuer: { name: ctx.config.name },
    title: words.title,
    subtitle: print.subtitle.replace('{{unit}}', overview.unit.name).replace('{{day}}', dateOf(day)),
    blocks: [
      { kind: 'heading', text: words.targets },
      { kind: 'facts', rows: targetRows(overview) },
      { kind: 'heading', text: base.title },
      { kind: 'facts', rows: baseRows(overview.total) },
      { kind: 'paragraph', text: base.sum },
      ...unitBlocks(overview),
    ],
    signatures: [{ role: print.maker }, { role: print.head }],
  })
  return { name: `${table.file}-${day}.pdf`, content }
}

const targetRows = ({ targets, total }: AdoptionOverview): [string, string][] =>
  targets.map(({ name, percent }, index) => [
    `${name} (${words.targetOf.replace('{{percent}}', String(percent))})`,
    shareWords(total.figures[index]),
  ])

function baseRows(total: Sums): [string, string][] {
  const rows = ['members', 'probationary', 'exempt', 'counted', 'without_smartphone', 'smartphone_unknown'] as const
  const labels = [base.members, base.probationary, base.exempt, base.counted, base.without, base.unknown]
  return rows.map((key, index) => [labels[index]!, number(total[key])])
}

/** Each unit by the first target that has figures. */
function unitBlocks({ targets, total, units, unit }: AdoptionOverview): Block[] {
  const main = Math.max(
    0,
    total.figures.findIndex((figure) => figure.base !== null),
  )
  const all: AdoptionLine = { ...total, id: unit.id, name: table.total, kind: unit.kind }
  const rows = [...units, all].map((row, index) => [
    index < units.length ? String(index + 1) : '',
    row.name,
    number(row.members),
    number(row.figures[main]?.base ?? 0),
    number(row.figures[main]?.reached ?? 0),
    percentWords(row.figures[main]),
  ])
  const columns = [print.number, table.unit, table.members, table.base, table.reached, table.share]
  return [
    { kind: 'heading', text: `${table.units}: ${targets[main]?.name ?? words.title}` },
    { kind: 'table', columns, rows },
  ]
}

function shareWords(figure: TargetFigure | undefined): string {
  if (!figure || figure.base === null) return words.noData
  if (figure.base === 0) return words.nobody
  const reached = words.reachedOf.replace('{{reached}}', number(figure.reached ?? 0))
  return `${reached.replace('{{base}}', number(figure.base))} (${percentWords(figure)})`
}

function percentWords(figure: TargetFigure | undefined): string {
  const percent = figure ? shareOf(figure) : null
  return percent === null ? '–' : `${number(Math.round(percent * 10) / 10)}%`
}

const number = (value: number): string => value.toLocaleString('vi-VN')
const dateOf = (day: string): string => day.split('-').reverse().join('/')
