import { useText } from '@sotay/i18n'
import type { ReactNode } from 'react'
import { Quantity } from './quantity'
import { type SortLink, TableHead } from './table-head'

export interface Column<Row> {
  key: string
  header: string
  cell: (row: Row) => ReactNode
  /** Numbers stand to the right. */
  numeric?: boolean
  sort?: SortLink
}

export interface DataTableProps<Row> {
  caption: string
  /** The caption repeats a heading right above it: for who hears the page only. */
  captioned?: boolean
  columns: Column<Row>[]
  rows: Row[]
  rowKey: (row: Row) => string
  /** Of all rows that match, not only those shown; absent when it is not known. */
  count?: number
  actions?: (row: Row) => ReactNode
  /** Boxes named `name` before each row, for a BulkBar in the same form. */
  select?: { name: string; label: (row: Row) => string }
}

/** Rows as the server ordered them; cards on a phone. The first column names the row. */
export function DataTable<Row>({
  caption,
  captioned,
  columns,
  rows,
  rowKey,
  count,
  actions,
  select,
}: DataTableProps<Row>) {
  const t = useText('ui')
  return (
    <table className="data-table">
      <caption className={captioned ? 'off-screen' : undefined}>
        {caption}
        {count === undefined ? null : (
          <span className="count">
            {' '}
            (<Quantity value={count} />)
          </span>
        )}
      </caption>
      <TableHead columns={columns} select={Boolean(select)} actions={Boolean(actions)} />
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {select ? (
              <td className="row-select">
                <label>
                  <input type="checkbox" name={select.name} value={rowKey(row)} />
                  <span className="off-screen">{t('selectRow', { name: select.label(row) })}</span>
                </label>
              </td>
            ) : null}
            {columns.map(({ key, header, cell, numeric }, index) =>
              index === 0 ? (
                <th key={key} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={key} data-label={header} className={numeric ? 'numeric' : undefined}>
                  {cell(row)}
                </td>
              ),
            )}
            {actions ? <td className="row-actions">{actions(row)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
