import { expect, test } from 'vitest'
import { fingerprintOf, guessMapping } from './guess-mapping'

test('columns are known by their headings, however they are written', () => {
  const headings = [
    'STT',
    'HỌ VÀ TÊN',
    'Số thẻ ĐV',
    'Ngày, tháng, năm sinh',
    'Đảng bộ cơ sở',
    'Chi bộ đang sinh hoạt',
    'Số CCCD',
    'SĐT',
  ]
  expect(guessMapping(headings)).toEqual({
    1: 'fullName',
    2: 'cardNumber',
    3: 'birthDate',
    4: 'parentUnit',
    5: 'unit',
    7: 'phone',
  })
  expect(guessMapping(['Ngày chính thức', 'Ngày vào Đảng (kết nạp)', 'Giới tính (Nam/Nữ)'])).toEqual({
    0: 'confirmedOn',
    1: 'admittedOn',
    2: 'gender',
  })
})

test('the same headings are remembered as one, others are not', () => {
  expect(fingerprintOf(['Họ và tên', 'Số thẻ'])).toBe(fingerprintOf(['HO VA TEN', ' số  thẻ: ']))
  expect(fingerprintOf(['Họ và tên', 'Số thẻ'])).not.toBe(fingerprintOf(['Số thẻ', 'Họ và tên']))
})
