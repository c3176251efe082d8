import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import type { Column } from './data-table'

export interface TreeRow<Row> {
  row: Row
  /** From 1 at the top. */
  depth: number
  /** Absent of a row that cannot be opened. */
  expanded?: boolean
}

export interface TreeTableProps<Row> {
  caption: ReactNode
  /** The first one names the row and is indented. */
  columns: Column<Row>[]
  rows: TreeRow<Row>[]
  rowKey: (row: Row) => string
  /** The link that opens or closes the row, before its name; it carries `data-toggle`. */
  toggle: (row: Row) => ReactNode
}

const DEEPEST = 8

/** An open tree as rows; its branches open by links. Arrow keys go from row to row, open and close. */
export function TreeTable<Row>({ caption, columns, rows, rowKey, toggle }: TreeTableProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null)
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a treegrid is a table (ARIA Authoring Practices)
    <table className="data-table tree" role="treegrid">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ key, header, numeric }) => (
            <th key={key} scope="col" className={numeric ? 'numeric' : undefined}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={(event) => body.current && walk(event, body.current)}>
        {rows.map(({ row, depth, expanded }) => (
          <tr
            key={rowKey(row)}
            aria-level={depth}
            aria-expanded={expanded}
            className={`depth-${Math.min(depth, DEEPEST)}`}
          >
            {columns.map(({ key, header, cell, numeric }, index) =>
              index === 0 ? (
                <th key={key} scope="row">
                  <div className="tree-name">
                    {toggle(row)}
                    {cell(row)}
                  </div>
                </th>
              ) : (
                <td key={key} data-label={header} className={numeric ? 'numeric' : undefined}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function walk(event: KeyboardEvent, body: HTMLTableSectionElement) {
  const row = (event.target as HTMLElement).closest('tr')
  if (!row || event.altKey || event.ctrlKey || event.metaKey) return
  const rows = [...body.rows]
  const at = rows.indexOf(row)
  const [link, open] = [row.querySelector<HTMLElement>('a[data-toggle]'), row.getAttribute('aria-expanded') === 'true']
  const depth = Number(row.getAttribute('aria-level'))
  const to: Record<string, () => HTMLTableRowElement | undefined> = {
    ArrowDown: () => rows[at + 1],
    ArrowUp: () => rows[at - 1],
    Home: () => rows[0],
    End: () => rows.at(-1),
    ArrowRight: () => (link && !open ? click(link) : rows[at + 1]),
    ArrowLeft: () =>
      link && open
        ? click(link)
        : rows.slice(0, at).findLast((above) => Number(above.getAttribute('aria-level')) < depth),
  }
  const next = to[event.key]
  if (!next) return
  event.preventDefault()
  next()?.querySelector<HTMLElement>('a:not([data-toggle])')?.focus()
}

function click(link: HTMLElement): undefined {
  link.click()
}
