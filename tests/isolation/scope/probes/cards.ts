import {
  confirmCardCase,
  findHolders,
  listCardCases,
  listOwnCases,
  readCardCase,
  recordCardCase,
  refuseCardCase,
  reportCard,
  resolveCardCase,
  withdrawCardCase,
} from '@sotay/domain/cards'
import { ownProbe, type Probe, probe } from '../probe'
import { anybody, confirmedCase, reportedCase, someone } from './things'

export const cards: Probe[] = [
  ownProbe('cards.own', 'listOwnCases', (ctx) => listOwnCases(ctx)),
  ownProbe('cards.own', 'reportCard', (ctx) => reportCard(ctx, { kind: 'lost' })),
  probe('cards.own', 'withdrawCardCase', reportedCase, (ctx, caseId) => withdrawCardCase(ctx, { caseId })),
  probe('cards.read', 'listCardCases', reportedCase, async (ctx, caseId) =>
    (await listCardCases(ctx, { size: 1000 })).cases.some((entry) => entry.caseId === caseId),
  ),
  probe('cards.read', 'readCardCase', reportedCase, (ctx, caseId) => readCardCase(ctx, { caseId })),
  probe('cards.record', 'findHolders', anybody, async (ctx, { memberId, cardNumber }) =>
    (await findHolders(ctx, { search: cardNumber })).some((holder) => holder.memberId === memberId),
  ),
  probe('cards.record', 'recordCardCase', someone, (ctx, memberId) =>
    recordCardCase(ctx, { memberId, kind: 'damaged' }),
  ),
  probe('cards.confirm', 'confirmCardCase', reportedCase, (ctx, caseId) => confirmCardCase(ctx, { caseId })),
  probe('cards.resolve', 'resolveCardCase', confirmedCase, (ctx, caseId) => resolveCardCase(ctx, { caseId })),
  probe('cards.resolve', 'refuseCardCase', confirmedCase, (ctx, caseId) =>
    refuseCardCase(ctx, { caseId, reason: 'Không đủ căn cứ' }),
  ),
]
