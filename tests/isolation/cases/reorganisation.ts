import { makeAnyChange } from '@sotay/domain/reorganisation/factory'
import { systemClock } from '@sotay/kernel'
import type { PeopledProvince } from '../../harness/province'
import type { RouteCases } from './route-case'

const plannedChange = async ({ ctx, units, make }: PeopledProvince) => {
  const { id: unitId } = await make.unit({ parentId: units.grassroots.id, level: 'cell', kind: 'cell' })
  const change = { kind: 'rename', unitId, name: `Chi bộ ${unitId}`, effectiveOn: '2099-01-01' } as const
  return (await makeAnyChange({ ...ctx, clock: systemClock }, change)).id
}

export const reorganisation: RouteCases = {
  '/to-chuc/thay-doi': { who: 'reorganisation.manage' },
  '/to-chuc/thay-doi/moi': { who: 'reorganisation.manage' },
  '/to-chuc/thay-doi/:changeId': { who: 'reorganisation.manage', id: plannedChange },
  '/to-chuc/bo-cap': { who: 'reorganisation.manage' },
  '/to-chuc/bo-cap/noi-nhan.xlsx': { who: 'reorganisation.manage' },
}
