import {
  exportAdoptionNames,
  exportAdoptionTable,
  listAdoptionNames,
  listCensusCells,
  readAdoption,
  readCensus,
  recordCensus,
  recountAdoption,
} from '@sotay/domain/adoption'
import { type Probe, probe, unitProbe } from '../probe'
import { counted, nothing } from './things'

export const adoption: Probe[] = [
  unitProbe('adoption.read', 'readAdoption', (ctx, unit) => readAdoption(ctx, unit)),
  unitProbe('adoption.read', 'exportAdoptionTable', (ctx, unit) => exportAdoptionTable(ctx, unit)),
  unitProbe('adoption.names', 'listAdoptionNames', (ctx, unit) => listAdoptionNames(ctx, unit)),
  unitProbe('adoption.names', 'exportAdoptionNames', (ctx, unit) => exportAdoptionNames(ctx, unit)),
  probe('adoption.census', 'listCensusCells', nothing, async (ctx, _, { cell }) =>
    (await listCensusCells(ctx)).cells.some(({ unitId }) => unitId === cell.id),
  ),
  unitProbe('adoption.census', 'readCensus', (ctx, unit) => readCensus(ctx, unit)),
  probe('adoption.census', 'recordCensus', counted, (ctx, memberId, { cell }) =>
    recordCensus(ctx, { unitId: cell.id, answers: [{ memberId, has: 'no' }] }),
  ),
  probe('adoption.recount', 'recountAdoption', nothing, (ctx) => recountAdoption(ctx)),
]
