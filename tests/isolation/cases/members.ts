import { exemptMember, leaveRoster } from '@sotay/domain/members'
import type { PeopledProvince } from '../../harness/province'
import type { RouteCase, RouteCases } from './route-case'

const someone = async ({ make }: PeopledProvince) => (await make.member()).id

const exempt = async ({ ctx, make }: PeopledProvince) => {
  const { id } = await make.member()
  await exemptMember(ctx, { memberId: id, from: '2024-01-01' })
  return id
}

const gone = async ({ ctx, make }: PeopledProvince) => {
  const { id } = await make.member()
  await leaveRoster(ctx, { memberId: id, on: '2024-01-11', leaving: 'resigned' })
  return id
}

const changing = (id: RouteCase['id']): RouteCase => ({ who: 'members.manage', id, opener: 'cell_secretary' })

export const members: RouteCases = {
  '/dang-vien': { who: 'members.read' },
  '/dang-vien/moi': { who: 'members.manage' },
  '/dang-vien/hang-loat': { who: 'members.manage' },
  '/dang-vien/thao-tac': { who: 'members.manage' },
  '/dang-vien/xuat': { who: 'members.read' },
  '/dang-vien/xuat/tep': { who: 'members.read', postOnly: true },
  '/dang-vien/:memberId': { who: 'members.read', id: someone, opener: 'cell_deputy' },
  '/dang-vien/:memberId/sua': changing(someone),
  '/dang-vien/:memberId/chinh-thuc': changing(someone),
  '/dang-vien/:memberId/mien-sinh-hoat': changing(someone),
  '/dang-vien/:memberId/het-mien': changing(exempt),
  '/dang-vien/:memberId/roi-danh-sach': changing(someone),
  '/dang-vien/:memberId/tro-lai': changing(gone),
}
