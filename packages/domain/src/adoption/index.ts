export { exportAdoptionNames } from './export-names'
export { exportAdoptionTable } from './export-table'
export { type AdoptionName, listAdoptionNames } from './list-names'
export { adoption } from './module'
export { printAdoption } from './print-adoption'
export {
  type AdoptionLine,
  type AdoptionOverview,
  readAdoption,
  shareOf,
} from './read-adoption'
export { type Census, type CensusCell, type CensusLine, listCensusCells, readCensus } from './read-census'
export { recordCensus, undoCensus } from './record-census'
export { closeDay, recount, recountAdoption } from './recount'
export type { TargetRule } from './rules'
export { adoptionCount, smartphone } from './schema'
export type { Sums, TargetFigure } from './sum-counts'
