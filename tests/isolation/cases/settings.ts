import type { RouteCases } from './route-case'

const manage = { who: 'settings.manage' } as const
const organisation = { who: 'settings.organisation' } as const

export const settings: RouteCases = {
  '/quan-tri/cau-hinh': { who: 'settings.read' },
  '/quan-tri/cau-hinh/xem-truoc': { who: 'settings.read' },
  '/quan-tri/cau-hinh/lich-su': { who: 'settings.read' },
  '/quan-tri/cau-hinh/tenant.yaml': { who: 'settings.read' },
  // The test province has no drawings: even its administrator finds none.
  '/quan-tri/cau-hinh/hinh-ve': { who: 'nobody' },
  '/quan-tri/cau-hinh/tep': manage,
  '/quan-tri/cau-hinh/thuong-hieu': manage,
  '/quan-tri/cau-hinh/loi-van': manage,
  '/quan-tri/cau-hinh/cap-va-co-quan': organisation,
  '/quan-tri/cau-hinh/vai-tro': manage,
  '/quan-tri/cau-hinh/phan-he': manage,
  '/quan-tri/cau-hinh/tai-khoan': manage,
  '/quan-tri/cau-hinh/danh-sach-dang-vien': organisation,
  '/quan-tri/cau-hinh/chuyen-sinh-hoat': organisation,
  '/quan-tri/cau-hinh/su-dung': manage,
  '/quan-tri/cau-hinh/chi-tieu': manage,
  '/quan-tri/cau-hinh/mien-chi-tieu': manage,
  '/quan-tri/cau-hinh/toa-soan': { who: 'settings.newsroom' },
  '/quan-tri/cau-hinh/van-kien': manage,
  '/quan-tri/cau-hinh/phan-anh': manage,
  '/quan-tri/cau-hinh/lich-lam-viec': manage,
  '/quan-tri/cau-hinh/che-do-bao-cao': manage,
  '/quan-tri/cau-hinh/sinh-hoat-chi-bo': manage,
  '/quan-tri/cau-hinh/ban-chi-dao': manage,
  '/quan-tri/cau-hinh/quy-dinh': manage,
}
