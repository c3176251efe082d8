import type { FileRow, ShownColumn, ShownField } from '@sotay/domain/dossiers'
import type { FormReply } from '@sotay/ui'
import { FieldError, posted, Select, TextInput } from '@sotay/ui'
import { withOwn } from './option-choices'
import { useText } from './texts'

// Rows to fill in without a script; saving offers as many again.
const BLANK_ROWS = 2

export interface RowInputsProps {
  field: ShownField
  name: string
  reply: FormReply | undefined
}

/** A list, one row below the other, with empty rows at the end. */
export function RowInputs({ field, name, reply }: RowInputsProps) {
  const t = useText()
  const stands = field.proposed ? field.proposed.value : field.value
  const rows: FileRow[] = Array.isArray(stands) ? stands : []
  const count = Math.max(rows.length + BLANK_ROWS, typedRows(reply, name))
  const error = reply?.errors[name]
  return (
    <fieldset id={name}>
      <legend>{t(`fields.${field.key}`)}</legend>
      <p className="hint">{t('edit.rowsHint')}</p>
      {error ? <FieldError id={name}>{error}</FieldError> : null}
      {Array.from({ length: count }, (_, index) => `${name}[${index}]`).map((row, index) => (
        <fieldset key={row} className="card">
          <legend className="off-screen">{t('edit.row', { number: index + 1 })}</legend>
          <div className="field-row">
            {(field.columns ?? []).map((column) => (
              <CellInput
                key={column.key}
                column={column}
                name={`${row}.${column.key}`}
                initial={rows[index]?.[column.key]}
                reply={reply}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </fieldset>
  )
}

interface CellInputProps {
  column: ShownColumn
  name: string
  initial: string | undefined
  reply: FormReply | undefined
}

function CellInput({ column, name, initial, reply }: CellInputProps) {
  const t = useText()
  const common = { ...posted(reply, name, initial), label: t(`columns.${column.key}`) }
  if (column.options) {
    return <Select {...common} options={withOwn(column.options, initial)} placeholder={t('edit.choose')} />
  }
  if (column.type === 'month') {
    return <TextInput {...common} hint={t('edit.monthHint')} inputMode="numeric" maxLength={10} autoComplete="off" />
  }
  return <TextInput {...common} maxLength={300} autoComplete="off" />
}

/** How many rows a refused form had. */
function typedRows(reply: FormReply | undefined, name: string): number {
  const indices = Object.keys(reply?.values ?? {}).flatMap((key) =>
    key.startsWith(`${name}[`) ? [Number.parseInt(key.slice(name.length + 1), 10)] : [],
  )
  return indices.length > 0 ? Math.max(...indices) + 1 : 0
}
