import type { SectionValue, WrittenConfiguration } from '@sotay/tenant-config'
import { texts } from '../../shell/texts.server'

/** Words that need not be there. */
export function wordOf(key: string): string | undefined {
  const said: unknown = texts.exists(key) ? texts.t(key, { returnObjects: true }) : undefined
  return typeof said === 'string' ? said : undefined
}

// Rules of every kind have these in common.
const SHARED = new Set(['cite', 'from', 'until', 'name', 'key'])

/** What a place of the configuration is called; names of rules in it are left out. */
export function labelOf(place: readonly string[]): string {
  const last = place.at(-1) ?? ''
  const own = wordOf(`settings:fields.${place.join('.')}`) ?? wordOf(`settings:fields.${place.join('.')}._`)
  return own ?? (SHARED.has(last) ? texts.t(`settings:fields.shared.${last}`) : last)
}

/** A fixed word of the file as people say it. */
export const enumWord = (place: readonly string[], value: string): string =>
  wordOf(`settings:words.${place.at(-1)}.${value}`) ?? labelOfText(value)

const labelOfText = (value: string): string => wordOf(`settings:fields.texts.${value}`) ?? value

export function nameOfPermission(permission: string): string {
  const said = wordOf(`authority:permissions.${permission}`) ?? wordOf(`settings:permissions.${permission}`)
  return said ?? permission
}

/** Who owes or receives something, said in words. */
export function sayWho(phrase: string, { organisation }: Pick<WrittenConfiguration, 'organisation'>): string {
  const named = [...organisation.levels, ...organisation.agencies]
  const nameOf = (key: string) => named.find((entry) => entry.key === key)?.name ?? key
  const each = /^each (\S+)(?: under (\S+))?$/.exec(phrase)
  if (each?.[1] && each[2])
    return texts.t('settings:words.who.eachUnder', { level: nameOf(each[1]), above: nameOf(each[2]) })
  if (each?.[1]) return texts.t('settings:words.who.each', { level: nameOf(each[1]) })
  const agency = /^agency:(\S+)$/.exec(phrase)?.[1]
  return agency ? nameOf(agency) : (wordOf(`settings:words.who.${phrase}`) ?? phrase)
}

const PEOPLE = new Set(['by', 'to', 'via', 'notify', 'reportTo', 'receivedBy', 'routedTo', 'compiledFor'])

/** A value as a person reads it: never braces, never keys where there are names. */
export function showValue(
  value: SectionValue | undefined,
  place: readonly string[],
  whole: WrittenConfiguration,
): string {
  if (value === undefined || value === null) return texts.t('settings:words.none')
  if (typeof value === 'boolean') return texts.t(value ? 'settings:words.yes' : 'settings:words.no')
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return showWord(value, place, whole)
  if (Array.isArray(value))
    return value.length === 0
      ? texts.t('settings:words.none')
      : value.map((item) => showValue(item, place, whole)).join(', ')
  return Object.entries(value)
    .filter(([name]) => name !== 'key')
    .map(([name, item]) => `${labelOf([...place, name])}: ${showValue(item, [...place, name], whole)}`)
    .join('; ')
}

function showWord(value: string, place: readonly string[], whole: WrittenConfiguration): string {
  const last = place.at(-1) ?? ''
  if (PEOPLE.has(last) || value.startsWith('each ') || value.startsWith('agency:')) return sayWho(value, whole)
  const day = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value)
  if (day) return `${day[3]}/${day[2]}/${day[1]}`
  if (last === 'grants') return nameOfPermission(value)
  const said = wordOf(`settings:words.${last}.${value}`)
  if (said) return said
  const { levels, agencies } = whole.organisation
  const named = [...levels, ...agencies, ...whole.roles, ...whole.targets].find(({ key }) => key === value)
  return named?.name ?? wordOf(`settings:words.place.${value}`) ?? value
}
