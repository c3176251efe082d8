import type { ShownField, ShownSection } from '@sotay/domain/dossiers'
import { Card, StatusTag, SummaryList } from '@sotay/ui'
import { useText } from './texts'
import { ValueView } from './value-view'

export interface FileSectionsProps {
  sections: ShownSection[]
  /** Address of a section's form; nothing where the reader may not change it. */
  editHref: (section: ShownSection) => string | undefined
}

/** A file, section by section, with what is asked for beside what stands. */
export function FileSections({ sections, editHref }: FileSectionsProps) {
  const t = useText()
  return (
    <>
      {sections.map((section) => {
        const name = t(`sections.${section.key}`)
        const href = editHref(section)
        const action = href ? (
          <a href={href} aria-label={t('own.editSection', { section: name })}>
            {t('own.edit')}
          </a>
        ) : null
        return (
          <Card key={section.key} title={name} action={action}>
            <SectionFields section={section} />
          </Card>
        )
      })}
    </>
  )
}

/** What is filled in, each in a line; what is not, by name in one. */
function SectionFields({ section }: { section: ShownSection }) {
  const t = useText()
  const told = ({ masked, proposed, value }: ShownField) => Boolean(masked || proposed || value !== null)
  const filled = section.fields.filter(told)
  const empty = section.fields.filter((field) => !told(field)).map(({ key }) => t(`fields.${key}`))
  return (
    <>
      {filled.length > 0 ? (
        <SummaryList
          items={filled.map((field) => ({ label: t(`fields.${field.key}`), value: <FieldView field={field} /> }))}
        />
      ) : null}
      {empty.length > 0 ? <p className="hint">{t('own.notFilled', { fields: empty.join('; ') })}</p> : null}
    </>
  )
}

function FieldView({ field }: { field: ShownField }) {
  const t = useText()
  if (field.masked) return <span className="hint">{t('own.masked')}</span>
  if (!field.proposed) return <ValueView field={field} value={field.value} />
  return (
    <>
      <ValueView field={field} value={field.value} />
      <p>
        <StatusTag status="pending" words={t('own.proposed')} />
      </p>
      {field.proposed.value === null ? t('own.cleared') : <ValueView field={field} value={field.proposed.value} />}
    </>
  )
}
