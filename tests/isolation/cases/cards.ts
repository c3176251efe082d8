import { makeCardCase } from '@sotay/domain/cards/factory'
import { systemClock } from '@sotay/kernel'
import type { PeopledProvince } from '../../harness/province'
import type { RouteCases } from './route-case'

const cardCase = async ({ ctx, make }: PeopledProvince) => {
  const { id } = await make.member()
  return (await makeCardCase({ ...ctx, clock: systemClock }, { memberId: id })).id
}

export const cards: RouteCases = {
  '/toi/the': { who: 'signed-in' },
  '/dang-vien/the': { who: 'cards.read' },
  '/dang-vien/the/moi': { who: 'cards.record' },
  '/dang-vien/the/trung': { who: 'cards.record' },
  '/dang-vien/the/in': { who: 'cards.read' },
  '/dang-vien/the/:caseId': { who: 'cards.read', id: cardCase, opener: 'cell_secretary' },
}
