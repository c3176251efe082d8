import { authorize, NotFound, type Scope, type TenantContext } from '@sotay/kernel'
import { type OfficialDocument, printPdf } from '@sotay/print'
import { writeWorkbook } from '@sotay/sheets'
import { type SQL, sql } from 'drizzle-orm'
import { countExport, unit } from '../organisation'
import { type ExportColumn, type ExportMembers, exportMembersInput, type ParsedRosterFilter } from './inputs'
import { askRoster, line, type RosterRow } from './list-members'
import texts from './locales/vi.json'
import { conditionsOf } from './roster-conditions'
import { type OrderKey, orderKey } from './roster-order'
import { member } from './schema'

export interface ExportedFile {
  name: string
  content: Buffer
  rows: number
}

/**
 * Writes the lines of a filter, in the list's order, with the columns that were chosen: a workbook or a document to print.
 * @param also the filter's conditions that other modules know the meaning of
 * @throws NotFound for whom the roster is not · Conflict beyond the rows of a file · TooMany beyond the day's files
 * Source: R5, QN 17.3
 */
export async function exportMembers(
  ctx: TenantContext,
  input: ExportMembers,
  also?: readonly SQL[],
): Promise<ExportedFile> {
  const scope = authorize(ctx, 'members.read')
  const { columns, format, order, ...filter } = exportMembersInput.parse(input)
  const most = ctx.config.roster?.exports.rows
  if (!most) throw new NotFound()
  const rows = await readRows(ctx, scope, filter, { also, sorted: orderKey(order), most })
  await countExport(ctx, 'members.roster', rows.length)
  const chosen = columns.map((column) => ({ header: headers[column], value: values[column], width: widths[column] }))
  const stem = `danh-sach-dang-vien-${rows.length}`
  if (format === 'xlsx') {
    const sheet = { sheet: texts.export.sheet, title: texts.list.title, columns: chosen }
    return { name: `${stem}.xlsx`, content: await writeWorkbook(sheet, rows), rows: rows.length }
  }
  const document: OfficialDocument = {
    issuer: { name: ctx.tenant.name },
    title: texts.export.printed,
    subtitle: texts.export.rows.replace('{{count}}', String(rows.length)),
    blocks: [
      {
        kind: 'table',
        columns: [texts.export.number, ...chosen.map(({ header }) => header)],
        rows: rows.map((row, index) => [String(index + 1), ...chosen.map(({ value }) => value(row) ?? '')]),
      },
    ],
  }
  return { name: `${stem}.pdf`, content: await printPdf(document), rows: rows.length }
}

interface Wanted {
  also: readonly SQL[] | undefined
  sorted: OrderKey
  most: number
}

/** One row more than may leave is read, so that the refusal can be told from the limit itself. */
async function readRows(ctx: TenantContext, scope: Scope, filter: ParsedRosterFilter, { also, sorted, most }: Wanted) {
  const { question } = await askRoster(ctx, scope, filter, also)
  const conditions = conditionsOf({ ...question, strict: true })
  const rows = await ctx.db.execute(sql`
    select ${line} from ${member} join ${unit} home on home.id = ${member.unitId}
    left join ${unit} above on above.id = home.parent_id
    where ${sql.join(conditions, sql` and `)}
    order by ${sorted.compared(sorted.column)}, ${member.id} limit ${most + 1}`)
  return rows as unknown as Omit<RosterRow, 'exempt'>[]
}

const day = (value: string | null): string | null => (value ? value.split('-').reverse().join('/') : null)
const headers: Record<ExportColumn, string> = texts.columns
const values: Record<ExportColumn, (row: Omit<RosterRow, 'exempt'>) => string | null> = {
  fullName: (row) => row.fullName,
  cardNumber: (row) => row.cardNumber,
  unit: (row) => row.unitName,
  committee: (row) => row.committee,
  status: (row) => (row.leftOn ? texts.status.left : texts.status[row.status]),
  gender: (row) => (row.gender ? texts.gender[row.gender] : null),
  birthDate: (row) => day(row.birthDate),
  admittedOn: (row) => day(row.admittedOn),
  confirmedOn: (row) => day(row.confirmedOn),
  probationEndsOn: (row) => (row.status === 'probationary' ? day(row.probationEndsOn) : null),
  exemption: (row) => (row.exemptFrom ? [day(row.exemptFrom), day(row.exemptUntil) ?? '…'].join(' – ') : null),
  phone: (row) => row.phone,
}
const widths: Partial<Record<ExportColumn, number>> = { fullName: 28, unit: 32, committee: 32 }
