import type { Consequences } from '@sotay/domain/settings'
import type { ConfigurationChange, SectionValue, WrittenConfiguration } from '@sotay/tenant-config'
import { texts } from '../../shell/texts.server'
import { labelOf, nameOfPermission, showValue, wordOf } from './words.server'

export interface ChangeLine {
  key: string
  /** Section, rule and field, as people call them. */
  about: string
  before: string | null
  after: string | null
}

/** What follows from a change, in sentences a person reads. */
export function tellConsequences(
  { changes, duties, rights, pagesGone, pagesCome }: Omit<Consequences, 'whole'>,
  whole: WrittenConfiguration,
) {
  const roleName = (role: string) =>
    whole.roles.find(({ key }) => key === role)?.name ?? wordOf(`settings:words.role.${role}`) ?? role
  const page = ({ path, label }: { path: string; label: string }) => `${wordOf(label) ?? path} (${path})`
  return {
    lines: changes.map((change) => tellChange(change, whole)),
    duties,
    rights: rights.map(({ role, gained, lost }) => ({
      role: roleName(role),
      gained: gained.map(nameOfPermission),
      lost: lost.map(nameOfPermission),
    })),
    pagesGone: pagesGone.map(page),
    pagesCome: pagesCome.map(page),
  }
}
export type Told = ReturnType<typeof tellConsequences>

function tellChange({ path, before, after }: ConfigurationChange, whole: WrittenConfiguration): ChangeLine {
  const { place, rules } = readPath(path)
  const section = place[0] ?? ''
  const names = rules.map(({ under, key }) => ruleName(under, key, whole, before ?? after))
  const fields = place.length > 1 ? [labelOf(place)] : []
  const about = [texts.t(`settings:sections.${section}.title`), ...names, ...fields]
  const show = (value: unknown) => (value === undefined ? null : showValue(value as SectionValue, place, whole))
  return { key: path, about: [...new Set(about)].join(' › '), before: show(before), after: show(after) }
}

/** `reporting[hang-quy].due` as place and the rules on the way; texts' own names have dots of their own. */
function readPath(path: string) {
  if (path.startsWith('texts.')) return { place: ['texts', path.slice('texts.'.length)], rules: [] }
  const place: string[] = []
  const rules: { under: string[]; key: string }[] = []
  for (const [, name, key] of path.matchAll(/\.?([^.[\]]+)(?:\[([^\]]+)\])?/g)) {
    place.push(name ?? '')
    if (key !== undefined) rules.push({ under: [...place], key })
  }
  return { place, rules }
}

const NAMED = ['name', 'duty', 'title']

function ruleName(under: string[], key: string, whole: WrittenConfiguration, held: unknown): string {
  const list = under.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], whole)
  const found = Array.isArray(list) ? list.find((rule) => (rule as { key?: string }).key === key) : undefined
  const rule = (found ?? held) as Record<string, unknown> | undefined
  const name = NAMED.map((one) => rule?.[one]).find((one) => typeof one === 'string')
  return typeof name === 'string' ? name : key
}
