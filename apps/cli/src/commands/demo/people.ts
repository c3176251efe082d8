import { demoPeople } from '@sotay/operations'
import { operation } from '../../operation'
import { table } from '../../table'
import { readSlug, slugArgs } from '../../tenant-argument'

export const people = operation({
  name: 'people',
  description: 'Những người dùng thử của một tỉnh, với mật khẩu',
  args: slugArgs,
  run: ({ ctx, args }) => demoPeople(ctx, readSlug(args)),
  show: (people) =>
    table([
      ['VAI TRÒ', 'ĐƠN VỊ', 'HỌ TÊN', 'SỐ THẺ', 'ĐIỆN THOẠI', 'MẬT KHẨU', 'XÁC THỰC', 'TÀI KHOẢN'],
      ...people.map((person) => [
        person.role,
        person.unit,
        person.name,
        person.cardNumber,
        person.phone,
        person.password,
        person.totpSecret,
        person.status,
      ]),
    ]),
})
