import type { TenantConfiguration, UnitNode, UnitsFile } from '@sotay/tenant-config'
import { type NewUnit, type PlacedUnit, placeUnit } from './insert-rows'
import type { Random } from './random'

interface Root {
  id: string
  path: string
}

/**
 * Lays out the units that the source names, and cells below those that have none.
 * @param root the province's own unit, which the file's first one stands for
 */
export function planTree(
  configuration: TenantConfiguration,
  file: UnitsFile,
  root: Root,
  random: Random,
): PlacedUnit[] {
  const planned: PlacedUnit[] = []
  const meeting = new Set(configuration.organisation.levels.filter((level) => level.members).map(({ key }) => key))
  const add = (given: NewUnit): PlacedUnit => {
    const placed = placeUnit(given)
    planned.push(placed)
    return placed
  }
  const plant = (node: UnitNode, parent: Root) => {
    // “Chi bộ cơ sở” stands at the grassroots level and is a cell itself: no committee, no cells below.
    const cell = meeting.has(node.level) || node.name.startsWith('Chi bộ')
    const placed = add({
      parentId: parent.id,
      parentPath: parent.path,
      kind: cell ? 'cell' : 'committee',
      level: node.level,
      name: node.name,
      validFrom: node.from ?? file.establishedOn,
    })
    for (const child of node.children) plant(child, placed)
    if (
      !cell &&
      file.generate?.under.includes(node.level) &&
      !node.children.some((child) => meeting.has(child.level))
    ) {
      sprout(placed, file.generate, file.establishedOn)
    }
  }
  const sprout = (parent: PlacedUnit, how: NonNullable<UnitsFile['generate']>, validFrom: string) => {
    const wanted = random.between(how.perUnit.min, how.perUnit.max)
    for (let number = 1; number <= wanted; number++) {
      const name = cellName(how.names, number)
      add({ parentId: parent.id, parentPath: parent.path, kind: 'cell', level: how.level, name, validFrom })
    }
  }
  for (const top of file.units) for (const node of top.children) plant(node, root)
  return planned
}

/** Names are used in turn; the last ones, numbered, go on for ever. */
export function cellName(names: readonly string[], number: number): string {
  const fixed = names.filter((name) => !name.includes('{n}'))
  const plain = fixed[number - 1]
  if (plain) return plain
  const numbered = names.find((name) => name.includes('{n}')) ?? 'Chi bộ {n}'
  return numbered.replace('{n}', String(number - fixed.length))
}
