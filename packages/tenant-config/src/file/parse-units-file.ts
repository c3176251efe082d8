import type * as z from 'zod'
import type { Level } from '../schema/organisation'
import { unitsSchema, type WrittenUnit } from '../schema/units'
import { type Finding, unknownWord } from './describe-zod-issue'
import { parseWith } from './parse-with'

export interface UnitNode {
  name: string
  level: string
  from?: string
  until?: string
  armedForces?: boolean
  children: UnitNode[]
}

export interface UnitsFile {
  establishedOn: string
  generate?: z.output<typeof unitsSchema>['generate']
  units: UnitNode[]
}

/**
 * Reads the text of a units.yaml: the named units of a tree, and figures for what a demonstration generates below them.
 * @param levels the tenant's levels, top first; when given, every unit must hang under a level above its own
 * @throws ConfigurationError as parseTenantFile does
 */
export function parseUnitsFile(text: string, fileName: string, levels?: readonly Level[]): UnitsFile {
  const written = parseWith(unitsSchema, text, fileName, (file) => {
    if (!levels) return []
    const order = levels.map((level) => level.key)
    const generated = file.generate ? [file.generate.level, ...file.generate.under] : []
    return [
      ...checkUnits(file.units, ['units'], order, -1),
      ...generated.filter((key) => !order.includes(key)).map((key) => unknownWord(['generate'], key, order)),
    ]
  })
  return { ...written, units: written.units.map(grow) }
}

const grow = ({ list, children = [], cite, ...unit }: WrittenUnit): UnitNode => ({
  ...unit,
  children: [
    ...children.map(grow),
    ...(list?.names ?? []).map((name) => ({ name, level: list?.level ?? '', children: [] })),
  ],
})

function checkUnits(units: WrittenUnit[], path: PropertyKey[], order: string[], above: number): Finding[] {
  const below = (level: string, at: PropertyKey[], floor: number): Finding[] => {
    const rank = order.indexOf(level)
    if (rank < 0) return [unknownWord(at, level, order)]
    return rank > floor ? [] : [{ path: at, message: `cấp “${level}” không đứng dưới cấp của đơn vị chứa nó` }]
  }
  return units.flatMap((unit, index) => {
    const here = [...path, index]
    const rank = order.indexOf(unit.level)
    return [
      ...below(unit.level, [...here, 'level'], above),
      ...(unit.list ? below(unit.list.level, [...here, 'list', 'level'], rank) : []),
      ...checkUnits(unit.children ?? [], [...here, 'children'], order, rank),
    ]
  })
}
