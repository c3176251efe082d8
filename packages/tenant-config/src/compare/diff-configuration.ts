import type { TenantConfiguration } from '../configuration'
import type { WrittenConfiguration } from '../write/sections'
import { canonicalJson } from './canonical-json'

/** `before` or `after` is undefined where the path is absent. */
export interface ConfigurationChange {
  path: string
  before: unknown
  after: unknown
}

/**
 * What differs between two configurations, sorted by path. Lists of rules that carry a `key` are compared by key
 * (`roles[editor].name`), so that inserting one rule shows as one change.
 */
export function diffConfiguration<Whole extends TenantConfiguration | WrittenConfiguration>(
  a: Whole,
  b: Whole,
): ConfigurationChange[] {
  return [...changes('', a, b)].sort((one, other) => (one.path < other.path ? -1 : one.path > other.path ? 1 : 0))
}

function* changes(path: string, before: unknown, after: unknown): Iterable<ConfigurationChange> {
  if (canonicalJson(before) === canonicalJson(after) && (before === undefined) === (after === undefined)) return
  const [left, right] = [partsOf(before), partsOf(after)]
  if (!left || !right || Array.isArray(before) !== Array.isArray(after)) yield { path, before, after }
  else
    for (const step of new Set([...left.keys(), ...right.keys()])) {
      yield* changes(join(path, step, Array.isArray(before)), left.get(step), right.get(step))
    }
}

function partsOf(value: unknown): Map<string, unknown> | undefined {
  if (Array.isArray(value)) return keyed(value)
  return value && typeof value === 'object' ? new Map(Object.entries(value)) : undefined
}

/** Plain lists (no keys) are compared whole. */
function keyed(list: unknown[]): Map<string, unknown> | undefined {
  const keys = list.map((item) => (item && typeof item === 'object' && 'key' in item ? String(item.key) : undefined))
  if (keys.some((key) => key === undefined) || new Set(keys).size !== keys.length) return undefined
  return new Map(list.map((item, index) => [keys[index] ?? '', item]))
}

const join = (path: string, step: string, inList: boolean): string =>
  inList ? `${path}[${step}]` : path ? `${path}.${step}` : step
