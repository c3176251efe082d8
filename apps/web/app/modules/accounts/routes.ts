import { route } from '@remix-run/route-config'

const page = (path: string, file: string) => route(path, `modules/accounts/${file}.tsx`)

const file = (path: string, name: string) => route(path, `modules/accounts/${name}.ts`)

// Registration and a lost password go the same way; each address needs an id of its own.
const byCode = (path: string) =>
  [
    [path, 'ask-code'],
    [`${path}/ma`, 'enter-code'],
    [`${path}/mat-khau`, 'choose-password'],
  ].map(([at, file]) => route(at!, `modules/accounts/${file}.tsx`, { id: at!.replaceAll('/', '-') }))

export const accounts = [
  ...byCode('dang-ky'),
  ...byCode('quen-mat-khau'),
  page('dang-ky/cho-phe-duyet', 'awaiting-approval'),
  page('dang-nhap', 'sign-in'),
  page('dang-nhap/xac-thuc', 'second-factor'),
  page('dang-nhap/thiet-lap', 'second-factor-setup'),
  page('dang-nhap/mat-khau-moi', 'replace-password'),
  page('dang-xuat', 'sign-out'),
  page('toi', 'own-account'),
  page('toi/mat-khau', 'change-password'),
  page('toi/bao-mat', 'own-second-factor'),
  page('toi/dien-thoai', 'change-phone'),
  page('toi/dien-thoai/ma', 'confirm-phone'),
  page('toi/du-lieu', 'own-data'),
  file('toi/du-lieu/tep', 'own-data-file'),
  page('quan-tri/tai-khoan', 'approval-queue'),
  page('quan-tri/tai-khoan/da-duyet', 'approved-today'),
  page('quan-tri/tai-khoan/danh-sach', 'account-list'),
  page('quan-tri/tai-khoan/danh-sach/:accountId', 'managed-account'),
  page('quan-tri/tai-khoan/cap', 'issue-list'),
  page('quan-tri/tai-khoan/cap/kiem-tra', 'issue-check'),
  file('quan-tri/tai-khoan/cap/giay', 'issue-letters'),
  page('quan-tri/tai-khoan/:accountId', 'approval'),
]
