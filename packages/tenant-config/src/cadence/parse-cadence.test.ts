import { expect, test } from 'vitest'
import { parseCadence } from './parse-cadence'
import { cadenceForms } from './phrases'

test.each(cadenceForms)('“%s” is understood, as the error message promises', (form) => {
  expect(parseCadence(form)).toBeDefined()
})

test('spelling that people mix does not matter', () => {
  const expected = parseCadence('thứ Năm tuần thứ hai hằng tháng')
  for (const spelt of [
    'Thứ năm của tuần thứ hai hàng tháng',
    '  thứ  NĂM tuần thứ hai hằng tháng ',
    'thứ Năm tuần thứ hai hằng tháng'.normalize('NFD'),
  ]) {
    expect(parseCadence(spelt)).toEqual(expected)
  }
  expect(parseCadence('ngày 5 tháng sau')).toEqual(parseCadence('chậm nhất ngày 05 tháng sau'))
})

test.each([
  '',
  'mỗi khi rảnh',
  'constructor',
  'thứ Năm tuần constructor hằng tháng',
  'ngày 32 hằng tháng',
  'ngày 0 hằng tháng',
  '0 tuần một lần, từ 2024-01-01',
  '2 tuần một lần',
  '2 tuần một lần, từ 2024-02-30',
  'một lần, ngày 31/02/2024',
  'hằng năm, ngày 05/13',
  'hằng tháng, ngày 05 tháng đầu quý',
  'hằng quý, ngày 05/03',
  'ngày 05 hằng tháng, lúc 25:00',
])('“%s” is refused', (phrase) => {
  expect(parseCadence(phrase)).toBeUndefined()
})
