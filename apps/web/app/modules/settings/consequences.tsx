import { Card, DataTable, DateTime, List, Notice } from '@sotay/ui'
import type { ChangeLine } from './consequences.server'
import { useText } from './texts'

export interface ConsequencesProps {
  lines: ChangeLine[]
  duties: { key: string; name: string; before: (Date | string)[]; after: (Date | string)[] }[]
  rights: { role: string; gained: string[]; lost: string[] }[]
  pagesGone: string[]
  pagesCome: string[]
}

/** What a change does: rules before and after, moved due dates, rights, pages. */
export function Consequences({ lines, duties, rights, pagesGone, pagesCome }: ConsequencesProps) {
  const t = useText()
  return (
    <>
      {pagesGone.length > 0 ? (
        <Notice tone="warning" title={t('preview.pagesGone')}>
          {pagesGone.join(', ')}
        </Notice>
      ) : null}
      {pagesCome.length > 0 ? <Notice title={t('preview.pagesCome')}>{pagesCome.join(', ')}</Notice> : null}
      <Card title={t('preview.changes')}>
        <DataTable
          caption={t('preview.changesCaption')}
          count={lines.length}
          rows={lines}
          rowKey={(row) => row.key}
          columns={[
            { key: 'about', header: t('preview.about'), cell: (row) => row.about },
            { key: 'before', header: t('preview.before'), cell: (row) => row.before ?? t('preview.absent') },
            { key: 'after', header: t('preview.after'), cell: (row) => row.after ?? t('preview.leftOut') },
          ]}
        />
      </Card>
      {rights.length > 0 ? (
        <Card title={t('preview.rights')}>
          <List>
            {rights.map(({ role, gained, lost }) => (
              <div key={role}>
                <strong>{role}</strong>
                {gained.length > 0 ? <p>{t('preview.gained', { rights: gained.join('; ') })}</p> : null}
                {lost.length > 0 ? <p>{t('preview.lost', { rights: lost.join('; ') })}</p> : null}
              </div>
            ))}
          </List>
        </Card>
      ) : null}
      {duties.map(({ key, name, before, after }) => (
        <Card key={key} title={t('preview.duty', { name })}>
          <div className="field-row">
            <Moments title={t('preview.before')} moments={before} />
            <Moments title={t('preview.after')} moments={after} />
          </div>
        </Card>
      ))}
    </>
  )
}

function Moments({ title, moments }: { title: string; moments: (Date | string)[] }) {
  const t = useText()
  return (
    <div>
      <h3>{title}</h3>
      {moments.length === 0 ? <p>{t('preview.neverDue')}</p> : null}
      <ol>
        {moments.map((moment) => (
          <li key={String(moment)}>
            <DateTime at={moment} show="day-time" />
          </li>
        ))}
      </ol>
    </div>
  )
}
