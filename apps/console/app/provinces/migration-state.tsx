import { useText } from '@sotay/i18n'
import { StatusTag } from '@sotay/ui'

/** Whether a province's tables are those of this version. */
export function MigrationState({ current }: { current: boolean }) {
  const t = useText('console')
  return (
    <StatusTag status={current ? 'done' : 'overdue'} words={t(current ? 'migration.current' : 'migration.behind')} />
  )
}
