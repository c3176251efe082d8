import type { SectionValue } from '@sotay/tenant-config'

/** A place in a written configuration: names of entries, and keys of rules in lists, from the section down. */
export type Place = readonly string[]
type Fields = Readonly<Record<string, SectionValue>>

const isMap = (value: unknown): value is Record<string, SectionValue> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const indexIn = (list: readonly SectionValue[], key: string): number =>
  list.findIndex((entry) => isMap(entry) && entry.key === key)

/** What stands at a place, or undefined. */
export function readPlace(whole: SectionValue | undefined, place: Place): SectionValue | undefined {
  return place.reduce<SectionValue | undefined>((value, step) => {
    if (Array.isArray(value)) return value[indexIn(value, step)]
    return isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined
  }, whole)
}

/** The fields of a place, null where they are absent. */
export function readFields(whole: SectionValue | undefined, place: Place, names: readonly string[]): Fields {
  const holder = readPlace(whole, place)
  return Object.fromEntries(names.map((name) => [name, readPlace(holder, [name]) ?? null]))
}

/** The same with fields set, and those that are null left out. Entries and lists on the way are made; new rules come last. */
export function writeFields(whole: SectionValue | undefined, place: Place, fields: Fields): SectionValue {
  const [step, ...rest] = place
  if (step === undefined) {
    const holder = { ...(isMap(whole) ? whole : {}) }
    for (const [name, value] of Object.entries(fields)) {
      if (value === null) delete holder[name]
      else holder[name] = value
    }
    return holder
  }
  if (Array.isArray(whole)) {
    const index = indexIn(whole, step)
    if (index < 0) return [...whole, writeFields({ key: step }, rest, fields)]
    return whole.map((entry, at) => (at === index ? writeFields(entry, rest, fields) : entry))
  }
  return { ...(isMap(whole) ? whole : {}), [step]: writeFields(isMap(whole) ? whole[step] : undefined, rest, fields) }
}

/** The same without the rule or entry at a place. */
export function removePlace(whole: SectionValue | undefined, place: Place): SectionValue {
  const [step = '', ...rest] = place
  if (Array.isArray(whole)) {
    const index = indexIn(whole, step)
    return rest.length === 0
      ? whole.filter((_, at) => at !== index)
      : whole.map((entry, at) => (at === index ? removePlace(entry, rest) : entry))
  }
  if (!isMap(whole)) return whole ?? null
  const { [step]: held, ...others } = whole
  return rest.length === 0 || held === undefined ? others : { ...others, [step]: removePlace(held, rest) }
}

/** A schema's path as a place: list indexes become the keys of the rules there. */
export function placeOfPath(whole: SectionValue | undefined, path: readonly PropertyKey[]): string[] {
  let value: SectionValue | undefined = whole
  return path.map((step) => {
    const held: SectionValue | undefined = Array.isArray(value) ? value[Number(step)] : readPlace(value, [String(step)])
    const name = Array.isArray(value) && isMap(held) && typeof held.key === 'string' ? held.key : String(step)
    value = held
    return name
  })
}
