import { Conflict, Invalid, type TransactionContext } from '@sotay/kernel'
import { readWritten, type SectionKey, type TenantConfiguration } from '@sotay/tenant-config'
import { droppedLevelInUse } from '../organisation'
import type { InForce } from './in-force'
import { clashing, type DraftSection, drafted } from './load-draft'

/** Sections that say how the province looks and what it is called; the others are rules and rest on an article. */
const withoutArticle: readonly SectionKey[] = ['name', 'brand', 'texts', 'settings', 'modules', 'regulations']

export const isRule = (section: SectionKey): boolean => !withoutArticle.includes(section)

/**
 * What the drafted sections make of the configuration in force, when they may be published.
 * @throws Conflict when there is nothing, something changed beneath it, it contradicts itself, leaves out a level in use or
 * leaves nobody to change it again · Invalid when the articles are missing or unknown
 */
export async function assertReady(
  tx: TransactionContext,
  inForce: InForce,
  sections: readonly DraftSection[],
  cites: readonly string[],
): Promise<TenantConfiguration> {
  if (sections.length === 0) throw new Conflict('settings.nothing-drafted')
  const clashes = clashing(inForce, sections)
  if (clashes.length > 0) throw new Conflict('settings.base-changed', { count: clashes.length })
  const { configuration, findings } = readWritten(drafted(inForce.written, sections))
  if (!configuration) throw new Conflict('settings.contradictions', { count: findings.length })
  const level = await droppedLevelInUse(tx.db, inForce.configuration, configuration)
  if (level) throw new Conflict('settings.level-in-use', { level: nameOfLevel(inForce.configuration, level) })
  if (!somebodyMay(tx, configuration)) throw new Conflict('settings.nobody-may')
  assertCited(configuration, sections, cites)
  return configuration
}

function assertCited(
  { regulations }: TenantConfiguration,
  sections: readonly DraftSection[],
  cites: readonly string[],
) {
  if (cites.length === 0 && sections.some(({ section }) => isRule(section)))
    throw new Invalid({ cites: ['settings.cite-needed'] })
  const unknown = cites.find((cite) => !Object.hasOwn(regulations, cite.split('/')[0] ?? ''))
  if (unknown) throw new Invalid({ cites: [{ code: 'settings.cite-unknown', params: { cite: unknown } }] })
}

function somebodyMay({ config }: Pick<TransactionContext, 'config'>, changed: TenantConfiguration): boolean {
  const audience = config.recompile(changed).access.get('settings.manage')
  return typeof audience === 'object' && changed.roles.some(({ key }) => audience.has(key))
}

const nameOfLevel = ({ organisation }: TenantConfiguration, key: string): string =>
  [...organisation.levels, ...organisation.agencies].find((entry) => entry.key === key)?.name ?? key
