import { childPath } from './path'
import type { UnitKind } from './schema'

/** What becomes of named units on a day; those below them follow by themselves. Units of one kind of edit never nest. */
export interface TreeEdits {
  created: { unitId: string; parentId: string; kind: UnitKind; level: string; name: string }[]
  renamed: { unitId: string; name: string }[]
  moved: { unitId: string; parentId: string }[]
  /** Whatever hangs on them then or later goes to `childrenTo`. */
  ended: { unitId: string; childrenTo: string | null }[]
}

export const noEdits: TreeEdits = { created: [], renamed: [], moved: [], ended: [] }

/** Where a unit hangs over a period. */
export interface PlacedState {
  unitId: string
  parentId: string | null
  path: string
  name: string
}

export type NextState = { parentId: string | null; path: string; name: string } | 'ended' | 'homeless'

/**
 * What an edit makes of each state at or below the units it names.
 * @param pathOf the place of a unit on the day, those created included
 */
export function nextStates(edits: TreeEdits, pathOf: (unitId: string) => string): (state: PlacedState) => NextState {
  const moved = new Map(edits.moved.map((edit) => [pathOf(edit.unitId), edit]))
  const ended = new Map(edits.ended.map((edit) => [pathOf(edit.unitId), edit]))
  const names = new Map(edits.renamed.map((edit) => [edit.unitId, edit.name]))
  const rootOf = (path: string) => waysUp(path).find((up) => moved.has(up) || ended.has(up))
  // A new home may itself hang on a unit that ends; the edits as checked come to an end.
  const pathAfter = (path: string): string => {
    const root = rootOf(path)
    if (root === undefined) return path
    const below = path.slice(root.length)
    const move = moved.get(root)
    if (move) return childPath(pathAfter(pathOf(move.parentId)), move.unitId) + below
    const { childrenTo } = ended.get(root)!
    return childrenTo === null || below === '' ? path : pathAfter(pathOf(childrenTo)) + below
  }
  return (state) => {
    const name = names.get(state.unitId) ?? state.name
    const root = rootOf(state.path)
    if (root === undefined) return { parentId: state.parentId, path: state.path, name }
    const path = pathAfter(state.path)
    const move = moved.get(root)
    if (move) return { parentId: state.unitId === move.unitId ? move.parentId : state.parentId, path, name }
    const { unitId, childrenTo } = ended.get(root)!
    if (state.unitId === unitId) return 'ended'
    if (childrenTo === null) return 'homeless'
    return { parentId: state.parentId === unitId ? childrenTo : state.parentId, path, name }
  }
}

/** The path and all above it, longest first. */
function waysUp(path: string): string[] {
  const labels = path.split('.')
  return labels.map((_, index) => labels.slice(0, labels.length - index).join('.'))
}
