import { rosterFields } from '@sotay/domain/imports/inputs'
import { Button, DataTable, type FormReply, posted, Select } from '@sotay/ui'
import type { ShownBatch } from './batch-view.server'
import { useText } from './texts'

interface SampleLine {
  cells: string[]
  at: number
}

/** Which column is which: proposed by the headings, decided here. */
export function MappingForm({ batch, reply }: { batch: ShownBatch; reply: FormReply | undefined }) {
  const t = useText()
  const { headers, sample, mapping, ofCell } = batch
  const column = (at: number) => headers[at] || t('mapping.column', { number: at + 1 })
  const options = headers.map((_, at) => {
    const example = sample.map((cells) => cells[at]).find(Boolean)
    return {
      value: String(at),
      label: example ? `${column(at)} (${t('mapping.sample', { sample: example })})` : column(at),
    }
  })
  const mapped = Object.fromEntries(Object.entries(mapping).map(([at, field]) => [field, at]))
  const needed = new Set<string>(['fullName', 'cardNumber', ...(ofCell ? [] : ['unit'])])
  return (
    <section>
      <h2>{t('mapping.title')}</h2>
      <p>{t('mapping.lead')}</p>
      <form method="post" noValidate>
        <div className="stack">
          {rosterFields.map((field) => (
            <Select
              key={field}
              {...posted(reply, `columns.${field}`, mapped[field] ?? '')}
              label={t(`fields.${field}`)}
              optional={!needed.has(field)}
              placeholder={t('mapping.none')}
              options={options}
            />
          ))}
        </div>
        <Button name="act" value="map">
          {t('mapping.check')}
        </Button>
      </form>
      <DataTable
        caption={t('mapping.preview')}
        rows={sample.map((cells, at): SampleLine => ({ cells, at }))}
        rowKey={({ at }) => String(at)}
        columns={headers.map((_, at) => ({
          key: String(at),
          header: column(at),
          cell: ({ cells }: SampleLine) => cells[at] ?? '',
        }))}
      />
    </section>
  )
}
