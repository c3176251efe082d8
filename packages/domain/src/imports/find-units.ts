import type { TenantContext } from '@sotay/kernel'
import { and, sql } from 'drizzle-orm'
import { asOf, unit } from '../organisation'
import { fold } from './fold'
import type { RowError } from './schema'

interface Place {
  id: string
  name: string
  folded: string
  /** Folded names of the units above it. */
  above: string[]
}

export interface UnitFinder {
  /** The cell a text means: by its name, its path, or its name and the name of a unit above it. */
  find(text: string, parent?: string): { id: string } | { error: RowError }
  nameOf(id: string): string | undefined
}

/** The cells under a unit that have members on a day, to be found by name; as many as the tree has, whatever the file. */
export async function openUnitFinder(ctx: TenantContext, rootPath: string, day: string): Promise<UnitFinder> {
  const rows = await ctx.db
    .select({ id: unit.id, name: unit.name, path: unit.path, kind: unit.kind, level: unit.level })
    .from(unit)
    .where(and(sql`(${unit.path} <@ ${rootPath}::ltree or ${unit.path} @> ${rootPath}::ltree)`, asOf(unit, day)))
  const names = new Map(rows.map((row) => [row.path, fold(row.name)]))
  const meeting = ctx.config.organisation.levels.filter((level) => level.members).map(({ key }) => key)
  const places: Place[] = rows
    .filter(({ path }) => path === rootPath || path.startsWith(`${rootPath}.`))
    .filter(({ kind, level }) => kind === 'cell' || meeting.includes(level))
    .map(({ id, name, path }) => ({
      id,
      name,
      folded: fold(name),
      above: ancestors(path).map((up) => names.get(up) ?? ''),
    }))
  const byName = group(places, ({ folded }) => folded)
  const nearest = remembered((text: string) => nearestNames(places, text))
  const ids = new Map(places.map((place) => [place.id, place.name]))

  return {
    nameOf: (id) => ids.get(id),
    find(text, parent) {
      const steps = text.split(/\s*[/\\>»|]\s*/).filter(Boolean)
      const found = among(byName, text, parent) ?? (steps.length > 1 ? alongPath(byName, steps, parent) : undefined)
      if (found?.length === 1) return { id: found[0]!.id }
      if (found) return refused('imports.unit-ambiguous', { unit: text, count: found.length })
      const alike = nearest(text)
      return alike
        ? refused('imports.unit-unknown', { unit: text, nearest: alike })
        : refused('imports.unit-unlike', { unit: text })
    },
  }
}

const refused = (code: string, params: RowError['params']): { error: RowError } => ({ error: { code, params } })

type ByName = ReadonlyMap<string, Place[]>

function among(byName: ByName, name: string, parent?: string): Place[] | undefined {
  const alike = byName.get(fold(name))
  if (!alike || alike.length < 2) return alike
  const above = parent && fold(parent)
  const under = above ? alike.filter((place) => place.above.includes(above)) : alike
  // Names that only diacritics tell apart.
  const exact = under.filter((place) => sameText(place.name, name))
  return exact.length === 1 ? exact : under.length > 0 ? under : alike
}

/** “Đảng ủy xã › Chi bộ thôn” or the other way round: one step names the cell, the others units above it. */
function alongPath(byName: ByName, steps: string[], parent?: string): Place[] | undefined {
  for (const own of [steps.at(-1)!, steps[0]!]) {
    const others = steps.filter((step) => step !== own).map(fold)
    const fitting = byName.get(fold(own))?.filter((place) => others.every((step) => place.above.includes(step)))
    if (fitting && fitting.length > 0)
      return fitting.length > 1 && parent
        ? among(
            group(fitting, (p) => p.folded),
            own,
            parent,
          )
        : fitting
  }
  return undefined
}

const sameText = (one: string, other: string) =>
  one.normalize('NFC').toLowerCase().replace(/\s+/g, ' ') === other.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')

function ancestors(path: string): string[] {
  const labels = path.split('.')
  return labels.slice(0, -1).map((_, at) => labels.slice(0, at + 1).join('.'))
}

function group(places: readonly Place[], key: (place: Place) => string): Map<string, Place[]> {
  const groups = new Map<string, Place[]>()
  for (const place of places) groups.set(key(place), [...(groups.get(key(place)) ?? []), place])
  return groups
}

const NEAREST = 3

function nearestNames(places: readonly Place[], text: string): string {
  const wanted = pairs(fold(text))
  const scored = places.map((place) => ({ name: place.name, score: likeness(wanted, pairs(place.folded)) }))
  const best = scored.filter(({ score }) => score > 0.3).sort((a, b) => b.score - a.score)
  return [...new Set(best.map(({ name }) => name))].slice(0, NEAREST).join('; ')
}

const pairs = (text: string): Set<string> => {
  const found = new Set<string>()
  for (let at = 0; at + 1 < text.length; at++) found.add(text.slice(at, at + 2))
  return found
}

function likeness(one: Set<string>, other: Set<string>): number {
  let shared = 0
  for (const pair of one) if (other.has(pair)) shared++
  return one.size + other.size === 0 ? 0 : (2 * shared) / (one.size + other.size)
}

/** Answers are kept for so many texts; a file that misnames more gets no nearest names for the rest. */
const REMEMBERED = 300

function remembered(work: (text: string) => string): (text: string) => string {
  const kept = new Map<string, string>()
  return (text) => {
    const known = kept.get(text)
    if (known !== undefined || kept.size >= REMEMBERED) return known ?? ''
    const answer = work(text)
    kept.set(text, answer)
    return answer
  }
}
