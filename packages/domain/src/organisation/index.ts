export { addAgencies, firstEffect } from './add-agencies'
export { type ChangedUnit, type Comparison, compareDays, type Difference } from './compare-days'
export { countExport } from './count-export'
export { createUnit, type Unit } from './create-unit'
export { demonstrationBranch } from './demonstration-branch'
export { droppedLevelInUse } from './dropped-level'
export { exportTree } from './export-tree'
export type { EndedUnit } from './find-ended-units'
export type { FoundUnit } from './find-units'
export { assertHangs, assertLevelOpen, levelName, levelRank } from './levels'
export type { ChildUnit } from './list-children'
export { loadPlace } from './load-place'
export { holdTree, lockTree } from './lock-tree'
export { organisation } from './module'
export { naturalOrder } from './names'
export { type DecisionScan, openScan, scanOf } from './open-scan'
export { childPath } from './path'
export { dateSql, places, standsOn, treeDay } from './places'
export { printUnit } from './print-unit'
export { type OpenTree, readTree, type TreeUnit } from './read-tree'
export { readUnit, type UnitAbove, type UnitOnDay } from './read-unit'
export { recordDecision } from './record-decision'
export { insertVersions, type Rewritten, rewriteVersions, type StoredVersion } from './rewrite-versions'
export {
  type ChangeKind,
  type ChangeStatus,
  decision,
  organisationChange,
  type UnitKind,
  unit,
  unitVersion,
} from './schema'
export { withinOn } from './scope-on-day'
export { searchUnits } from './search-units'
export { settleUnits } from './settle-units'
export { noEdits, type TreeEdits } from './tree-edits'
export { type UnitChoice, unitChoices } from './unit-choices'
export { type HistoryEntry, type Turn, unitHistory } from './unit-history'
export { asOf, firstVersion } from './versions'
