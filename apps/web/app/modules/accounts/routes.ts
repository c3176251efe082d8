import { route } from '@remix-run/route-config'

const page = (path: string, file: string) => route(path, `modules/accounts/${file}.tsx`)

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
  page('quan-tri/tai-khoan', 'approval-queue'),
  page('quan-tri/tai-khoan/:accountId', 'approval'),
]
