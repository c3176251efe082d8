import type { UnitKind } from '@sotay/domain/organisation'

export interface LevelName {
  key: string
  name: string
  /** Members meet there. */
  members: boolean
}

/** What a unit is called by its level; a cell that stands where committees do is a cell of the grassroots. */
export function levelWords(
  { kind, level }: { kind: UnitKind; level: string },
  levels: readonly LevelName[],
  t: (key: string) => string,
): string {
  if (kind === 'agency' || kind === 'steering') return t(`export.kinds.${kind}`)
  const found = levels.find((entry) => entry.key === level)
  if (kind === 'cell' && found && !found.members) return t('grassroots-cell')
  return found?.name ?? t(`export.kinds.${kind}`)
}
