import { type Scope, scopeParam, type TenantContext } from '@sotay/kernel'
import { type ReadTree, readTreeInput } from './inputs'
import { treeDay } from './places'
import type { UnitKind } from './schema'
import { readingScope } from './scope-on-day'
import { openTreeOf } from './tree-query'

export interface TreeUnit {
  id: string
  name: string
  kind: UnitKind
  /** Key of its level. */
  level: string
  /** Its branch is open: `below` holds what hangs on it, up to two hundred. */
  opened: boolean
  /** Units directly below. */
  children: number
  /** Members in it and below. */
  members: number
  /** Of the topmost units: names of those above, nearest first, without the province. */
  above: string
  below: TreeUnit[]
}

export interface OpenTree {
  day: string
  live: boolean
  tops: TreeUnit[]
}

/**
 * The part of the tree that the actor may see, open at the given units and at its top; a hot read of one query.
 * @param input `open` ids of units whose branches are open, with all above them; `day` another than today
 * Source: R7, R5
 */
export async function readTree(ctx: TenantContext, input: ReadTree = {}): Promise<OpenTree> {
  const scope = readingScope(ctx)
  const { open, day } = readTreeInput.parse(input)
  const at = treeDay(ctx, day)
  const read = openTreeOf[at.live ? 'today' : 'another'][isWide(scope) ? 'wide' : 'narrow']
  const rows = await read(ctx, { scope: scopeParam(scope), day: at.day, open: open.join(',') })
  const found = new Map<string, TreeUnit>()
  const tops: TreeUnit[] = []
  for (const { parentId, top, ...row } of rows) {
    // A unit of one's own that lies below another of one's units on that day has its place there.
    if (found.has(row.id)) continue
    const node: TreeUnit = { ...row, below: [] }
    found.set(row.id, node)
    const parent = parentId ? found.get(parentId) : undefined
    if (parent) parent.below.push(node)
    else tops.push(node)
  }
  return { ...at, tops }
}

/** The whole province, or its root: paths of one label. */
const isWide = ({ paths }: Scope): boolean => paths.some((path) => !path.includes('.'))
