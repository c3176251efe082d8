import { makeAccount } from '@sotay/domain/accounts/factory'
import { systemClock } from '@sotay/kernel'
import type { PeopledProvince } from '../../harness/province'
import type { RouteCases } from './route-case'

const awaitingAccount = async ({ ctx, make }: PeopledProvince) => {
  const member = await make.member()
  const given = { memberId: member.id, password: { hash: 'không dùng' }, status: 'awaiting_approval' } as const
  return (await makeAccount({ ...ctx, clock: systemClock }, given)).accountId
}

const activeAccount = async ({ ctx, make }: PeopledProvince) => {
  const member = await make.member()
  return (await makeAccount({ ...ctx, clock: systemClock }, { memberId: member.id, password: { hash: 'không dùng' } }))
    .accountId
}

export const accounts: RouteCases = {
  '/dang-ky': { who: 'public' },
  '/dang-ky/ma': { who: 'public' },
  '/dang-ky/mat-khau': { who: 'public' },
  '/dang-ky/cho-phe-duyet': { who: 'public' },
  '/quen-mat-khau': { who: 'public' },
  '/quen-mat-khau/ma': { who: 'public' },
  '/quen-mat-khau/mat-khau': { who: 'public' },
  '/dang-nhap': { who: 'public' },
  '/dang-nhap/xac-thuc': { who: 'public' },
  '/dang-nhap/thiet-lap': { who: 'public' },
  '/dang-nhap/mat-khau-moi': { who: 'public' },
  '/dang-xuat': { who: 'public', postOnly: true },
  '/toi': { who: 'signed-in' },
  '/toi/mat-khau': { who: 'signed-in' },
  '/toi/bao-mat': { who: 'signed-in' },
  '/toi/dien-thoai': { who: 'signed-in' },
  '/toi/dien-thoai/ma': { who: 'signed-in' },
  '/toi/du-lieu': { who: 'signed-in' },
  '/toi/du-lieu/tep': { who: 'signed-in', postOnly: true },
  '/quan-tri/tai-khoan/da-duyet': { who: 'accounts.approve' },
  '/quan-tri/tai-khoan/danh-sach': { who: 'accounts.oversee' },
  '/quan-tri/tai-khoan/danh-sach/:accountId': {
    who: 'accounts.oversee',
    id: activeAccount,
    opener: 'committee_secretary',
  },
  // The test province lets members register themselves: nobody issues accounts there.
  '/quan-tri/tai-khoan/cap': { who: 'nobody' },
  '/quan-tri/tai-khoan/cap/kiem-tra': { who: 'nobody' },
  '/quan-tri/tai-khoan/cap/giay': { who: 'nobody', postOnly: true },
  '/quan-tri/tai-khoan': { who: 'accounts.approve' },
  '/quan-tri/tai-khoan/:accountId': {
    who: 'accounts.approve',
    id: awaitingAccount,
    opener: 'committee_secretary',
  },
}
