import { expect, test } from 'vitest'
import { dueDistance } from './due-distance'
import { formatDate, formatDay, formatDayTime, formatTime } from './format-date'
import { formatNumber } from './format-number'

const vi = { zone: 'Asia/Ho_Chi_Minh', locale: 'vi' }

test('a day is written with its weekday in the zone of the province', () => {
  expect(formatDay('2024-01-11T02:00:00Z', vi)).toBe('Thứ Năm, 11/01/2024')
  expect(formatDay('2024-01-13T17:00:00Z', vi)).toBe('Chủ Nhật, 14/01/2024')
  expect(formatDay('2024-01-11T02:00:00Z', { zone: 'Asia/Ho_Chi_Minh', locale: 'en' })).toBe('Thursday, 11/01/2024')
})

test('midnight is 00:00 and belongs to the new day', () => {
  expect(formatDayTime('2024-12-31T17:00:00Z', vi)).toBe('00:00, Thứ Tư, 01/01/2025')
  expect(formatTime(new Date('2024-01-11T01:30:00Z'), vi)).toBe('08:30')
})

test('a day without a time is the same day in every zone', () => {
  expect(formatDate('2025-07-01', { zone: 'America/New_York', locale: 'vi' })).toBe('01/07/2025')
  expect(formatDay('2025-07-01', { zone: 'America/New_York', locale: 'vi' })).toBe('Thứ Ba, 01/07/2025')
})

test('what is no moment is an error', () => {
  expect(() => formatDay('hôm qua', vi)).toThrow(RangeError)
})

test('numbers have a point for thousands and a comma for decimals', () => {
  expect(formatNumber(1234.5, 'vi')).toBe('1.234,5')
  expect(formatNumber(150_000, 'vi')).toBe('150.000')
  expect(formatNumber(0.25, 'vi', 2)).toBe('0,25')
  expect(formatNumber(1234.5, 'en')).toBe('1,234.5')
})

test.each([
  ['2024-01-11T02:00:30Z', { late: false, unit: 'minutes', count: 0 }],
  ['2024-01-11T02:59:59Z', { late: false, unit: 'minutes', count: 59 }],
  ['2024-01-11T05:30:00Z', { late: false, unit: 'hours', count: 3 }],
  ['2024-01-13T01:59:00Z', { late: false, unit: 'hours', count: 47 }],
  ['2024-01-13T02:00:00Z', { late: false, unit: 'days', count: 2 }],
  ['2024-01-11T01:59:00Z', { late: true, unit: 'minutes', count: 1 }],
  ['2024-01-08T01:00:00Z', { late: true, unit: 'days', count: 3 }],
  ['2024-01-11', { late: false, unit: 'days', count: 0 }],
  ['2024-01-13', { late: false, unit: 'days', count: 2 }],
  ['2024-01-10', { late: true, unit: 'days', count: 1 }],
])('distance to %s', (at, expected) => {
  expect(dueDistance(at, '2024-01-11T02:00:00Z', 'Asia/Ho_Chi_Minh')).toEqual(expected)
})
