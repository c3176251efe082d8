import type { Figure } from './benchmark'

const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** The head of the table that a run prints, in Markdown. */
export const title = [
  line(['name', 'case', 'value', 'ratio', 'against', 'target', 'ok', 'p50 ms', 'p99 ms', 'lost', 'load']),
  line(['---', '---', '--:', '--:', '---', '---', '---', '--:', '--:', '--:', '--:']),
].join('\n')

/** A figure as a row of that table. */
export const row = (figure: Figure): string =>
  line([
    figure.name,
    figure.case,
    `${figure.value} ${figure.unit}`,
    String(figure.ratio),
    figure.against,
    figure.target ?? '–',
    figure.ok ? 'yes' : 'no',
    String(figure.p50 ?? ''),
    String(figure.p99 ?? ''),
    String(figure.lost ?? ''),
    String(figure.load),
  ])
