import type { Period } from './cadence'

export const weekdayNames = ['thứ hai', 'thứ ba', 'thứ tư', 'thứ năm', 'thứ sáu', 'thứ bảy', 'chủ nhật']
export const weekNames = new Map<string, number | 'last'>([
  ['đầu', 1],
  ['thứ nhất', 1],
  ['thứ hai', 2],
  ['thứ ba', 3],
  ['thứ tư', 4],
  ['thứ năm', 5],
  ['cuối', 'last'],
])
export const periodNames = new Map<string, Period>([
  ['hằng tháng', 'month'],
  ['hằng quý', 'quarter'],
  ['6 tháng một lần', 'half-year'],
  ['hằng năm', 'year'],
])
export const monthNames = new Map<string, number>([
  ['tháng sau', 1],
  ['tháng cuối quý', 0],
  ['tháng giữa quý', -1],
  ['tháng đầu quý', -2],
])

/** The forms an error message offers; each is itself a valid phrase. */
export const cadenceForms = [
  '2 tuần một lần, tính từ 2024-01-25',
  'thứ Năm tuần thứ hai hằng tháng',
  'thứ Sáu tuần cuối hằng tháng',
  'ngày 05 hằng tháng',
  'trước ngày 27 hằng tháng',
  'ngày 05 tháng sau',
  'giữa và cuối tháng',
  'hằng tháng',
  'hằng quý',
  'hằng quý, ngày 05 tháng sau',
  'hằng quý, trước ngày 25 tháng cuối quý',
  '6 tháng một lần',
  'hằng năm, trước ngày 15/11',
  'một lần, trước ngày 03/03/2023',
  'ngay',
  'trong 8 giờ',
  'khi được yêu cầu',
]
