import { Card, SummaryList } from '@sotay/ui'
import type { FileWords } from './file-words.server'
import { useText } from './texts'

/** What will be taken in with somebody who comes from another province. */
export function ArrivingFile({ file }: { file: FileWords }) {
  const t = useText()
  if (file.length === 0) return null
  return (
    <Card title={t('page.fileInTitle')}>
      <p>{t('page.fileInWhat')}</p>
      {file.map(({ title, lines }) => (
        <section key={title}>
          <h3>{title}</h3>
          <SummaryList items={lines.map(({ label, value }) => ({ label, value: value ?? t('page.fileMasked') }))} />
        </section>
      ))}
    </Card>
  )
}
