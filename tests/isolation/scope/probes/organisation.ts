import {
  compareDays,
  createUnit,
  exportTree,
  openScan,
  printUnit,
  readTree,
  readUnit,
  recordDecision,
  searchUnits,
  type TreeUnit,
  unitHistory,
} from '@sotay/domain/organisation'
import { makeChange } from '@sotay/domain/organisation/factory'
import {
  cancelChange,
  makeChange as change,
  chooseUnit,
  listChanges,
  planChange,
  readChange,
  readSubject,
} from '@sotay/domain/reorganisation'
import { anyDecision, makeAnyChange } from '@sotay/domain/reorganisation/factory'
import { transaction } from '@sotay/kernel'
import { ownProbe, type Probe, probe, unitProbe } from '../probe'
import type { Maker, Place } from '../province'
import { nothing } from './things'

const rename = ({ cell }: Place, name: string, effectiveOn: string) =>
  ({ kind: 'rename', unitId: cell.id, name: `${name} ${cell.id}`, effectiveOn }) as const
const again = (place: Place) => rename(place, 'Tên sau', '2024-07-01')

/** The paper of a change that renamed a cell of the place, with its scan. */
const scanned: Maker<string> = async ({ ctx, make }, { committee }) => {
  const file = new File(['%PDF-1.7'], 'quyet-dinh.pdf')
  const paper = { number: '1-QĐ/TU', signedOn: '2024-01-02', signer: 'Nguyễn Văn Ký', file }
  const { id: decisionId } = await transaction(ctx, (tx) => recordDecision(tx, paper))
  const { id: unitId } = await make.unit({ parentId: committee.id, level: 'cell', kind: 'cell', name: 'Sắp đổi tên' })
  await makeChange(ctx, { unitId, kind: 'rename', on: '2024-01-03', name: 'Chi bộ đã đổi tên', decisionId })
  return decisionId
}
const planned: Maker<string> = async ({ ctx }, place) =>
  (await makeAnyChange(ctx, rename(place, 'Tên mới', '2024-06-01'))).id

export const shownIn = (tops: readonly TreeUnit[], id: string): boolean =>
  tops.some((entry) => entry.id === id || shownIn(entry.below, id))

export const organisation: Probe[] = [
  ownProbe('organisation.read', 'readUnit', (ctx) => readUnit(ctx, { unitId: ctx.actor.unitId })),
  unitProbe('organisation.read', 'readUnit', (ctx, unit) => readUnit(ctx, unit)),
  unitProbe('organisation.read', 'unitHistory', (ctx, unit) => unitHistory(ctx, unit)),
  unitProbe('organisation.read', 'printUnit', (ctx, unit) => printUnit(ctx, unit)),
  probe('organisation.read', 'readTree', nothing, async (ctx, _, { committee, cell }) => {
    const open = [committee.id, ...ctx.actor.grants.map(({ unitId }) => unitId)]
    return shownIn(
      (await readTree(ctx, { open: [...open, ...(committee.parentId ? [committee.parentId] : [])] })).tops,
      cell.id,
    )
  }),
  probe('organisation.read', 'searchUnits', nothing, async (ctx, _, { cell }) => {
    const { units } = await searchUnits(ctx, { search: cell.name })
    return units.some(({ id }) => id === cell.id)
  }),
  unitProbe('organisation.browse', 'compareDays', (ctx, unit) => compareDays(ctx, unit)),
  probe('organisation.browse', 'openScan', scanned, (ctx, decisionId) => openScan(ctx, { decisionId })),
  unitProbe('organisation.export', 'exportTree', (ctx, unit) => exportTree(ctx, unit)),
  probe('organisation.manage', 'createUnit', nothing, (ctx, _, { cell }) =>
    createUnit(ctx, {
      parentId: cell.parentId,
      level: 'cell',
      kind: 'cell',
      name: 'Chi bộ thêm',
      validFrom: '2024-01-01',
    }),
  ),
]

export const reorganisation: Probe[] = [
  unitProbe('reorganisation.manage', 'readSubject', (ctx, unit) => readSubject(ctx, unit)),
  probe('reorganisation.manage', 'chooseUnit', nothing, async (ctx, _, { cell }) =>
    (await chooseUnit(ctx, { search: cell.name, kinds: ['cell'], limit: 50 })).some(({ id }) => id === cell.id),
  ),
  probe('reorganisation.manage', 'listChanges', planned, async (ctx, changeId) =>
    (await listChanges(ctx, { status: 'planned' })).changes.some(({ id }) => id === changeId),
  ),
  probe('reorganisation.manage', 'readChange', planned, (ctx, changeId) => readChange(ctx, { changeId })),
  probe('reorganisation.manage', 'planChange', nothing, (ctx, _, place) => planChange(ctx, again(place))),
  probe('reorganisation.manage', 'makeChange', nothing, (ctx, _, place) =>
    change(ctx, { change: again(place), decision: anyDecision }),
  ),
  probe('reorganisation.manage', 'cancelChange', planned, (ctx, changeId) => cancelChange(ctx, { changeId })),
]
