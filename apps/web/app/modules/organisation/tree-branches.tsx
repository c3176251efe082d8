import { Link } from '@remix-run/react'
import type { OpenTree, TreeUnit } from '@sotay/domain/organisation'
import { EmptyState, Quantity, type TreeRow, TreeTable } from '@sotay/ui'
import ChevronDown from 'lucide-react/icons/chevron-down'
import ChevronRight from 'lucide-react/icons/chevron-right'
import { treeAddress, unitAddress } from './address'
import { type LevelName, levelWords } from './levels'
import { useText } from './texts'

export interface TreeBranchesProps {
  tree: OpenTree
  /** Units opened by the address. */
  open: string[]
  day?: string
  levels: LevelName[]
}

/** A unit of the open tree, or the rest of a branch that is too long to be shown whole. */
type Shown = TreeUnit & { rest?: number }

export function TreeBranches({ tree, open, day, levels }: TreeBranchesProps) {
  const t = useText()
  if (tree.tops.length === 0) return <EmptyState icon="organisation" title={t('tree.none')} />
  return (
    <TreeTable<Shown>
      caption={t('tree.caption')}
      rows={tree.tops.flatMap((top) => flatten(top, 1))}
      rowKey={(row) => (row.rest ? `${row.id}-rest` : row.id)}
      toggle={(row) => <Toggle unit={row} open={open} day={day} top={tree.tops.includes(row)} />}
      columns={[
        { key: 'name', header: t('unit.name'), cell: (row) => <UnitName unit={row} day={day} /> },
        {
          key: 'level',
          header: t('unit.level'),
          cell: (row) => (row.rest ? null : <span className="tag">{levelWords(row, levels, t)}</span>),
        },
        {
          key: 'children',
          header: t('unit.children'),
          numeric: true,
          cell: (row) => (row.rest || row.children === 0 ? null : <Quantity value={row.children} />),
        },
        {
          key: 'members',
          header: t('unit.members'),
          numeric: true,
          cell: (row) => (row.rest || row.kind === 'agency' ? null : <Quantity value={row.members} />),
        },
      ]}
    />
  )
}

function flatten(unit: TreeUnit, depth: number): TreeRow<Shown>[] {
  const rows: TreeRow<Shown>[] = [{ row: unit, depth, expanded: unit.children > 0 ? unit.opened : undefined }]
  for (const child of unit.below) rows.push(...flatten(child, depth + 1))
  const rest = unit.opened ? unit.children - unit.below.length : 0
  if (rest > 0) rows.push({ row: { ...unit, below: [], rest }, depth: depth + 1 })
  return rows
}

function UnitName({ unit, day }: { unit: Shown; day?: string }) {
  const t = useText()
  if (unit.rest) return <a href={unitAddress(unit.id, day)}>{t('tree.rest', { count: unit.rest })}</a>
  return (
    <>
      <a href={unitAddress(unit.id, day)}>{unit.name}</a>
      {unit.above ? <span className="hint">{unit.above}</span> : null}
    </>
  )
}

// What hangs at the top is open as it is: only what lies below opens and closes.
function Toggle({ unit, open, day, top }: { unit: Shown; open: string[]; day?: string; top: boolean }) {
  const t = useText()
  if (unit.rest || unit.children === 0 || top) return <span className="toggle" />
  const below = new Set(idsOf(unit))
  const next = unit.opened ? open.filter((id) => !below.has(id)) : [...open, unit.id]
  const Icon = unit.opened ? ChevronDown : ChevronRight
  return (
    <Link
      to={treeAddress({ day, open: next })}
      className="toggle"
      data-toggle
      preventScrollReset
      replace
      aria-label={t(unit.opened ? 'tree.close' : 'tree.open', { name: unit.name })}
    >
      <Icon className="icon" />
    </Link>
  )
}

const idsOf = (unit: TreeUnit): string[] => [unit.id, ...unit.below.flatMap(idsOf)]
