import { route } from '@remix-run/route-config'

const page = (path: string, file: string) => route(path, `modules/members/${file}.tsx`)

export const members = [
  page('dang-vien', 'roster'),
  page('dang-vien/moi', 'new-member'),
  page('dang-vien/hang-loat', 'bulk'),
  page('dang-vien/thao-tac', 'bulk-acts'),
  page('dang-vien/xuat', 'export'),
  route('dang-vien/xuat/tep', 'modules/members/export-file.ts'),
  page('dang-vien/:memberId', 'member'),
  page('dang-vien/:memberId/sua', 'edit-member'),
  page('dang-vien/:memberId/chinh-thuc', 'confirm-member'),
  page('dang-vien/:memberId/mien-sinh-hoat', 'exempt-member'),
  page('dang-vien/:memberId/het-mien', 'end-exemption'),
  page('dang-vien/:memberId/roi-danh-sach', 'leave-roster'),
  page('dang-vien/:memberId/tro-lai', 'return-to-roster'),
]
