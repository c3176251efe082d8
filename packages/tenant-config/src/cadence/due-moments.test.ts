import { expect, test } from 'vitest'
import type { CalendarRules } from '../schema/calendar'
import { type DueMoment, dueMoments, dutyMoments, nextDue } from './due-moments'
import { exampleCalendar, zone } from './example-calendar'
import { instantOf, localOf } from './local-date'
import { parseCadence } from './parse-cadence'

const read = (phrase: string) => {
  const cadence = parseCadence(phrase)
  if (!cadence) throw new Error(`not a cadence: ${phrase}`)
  return cadence
}
const span = (from: string, to: string) => ({
  from: instantOf(from, '00:00', zone),
  to: instantOf(to, '00:00', zone),
  zone,
  calendar: exampleCalendar(),
})
const days = (moments: Iterable<DueMoment>) => [...moments].map(({ dueAt }) => localOf(dueAt, zone).date)
const due = (phrase: string, from = '2024-01-01', to = '2024-07-01') => days(dueMoments(read(phrase), span(from, to)))

test('Thursday of the second week (BT 8.2), by each convention', () => {
  const by = (weekOfMonth: CalendarRules['weekOfMonth']) =>
    days(
      dueMoments(read('thứ Năm của tuần thứ hai hằng tháng'), {
        ...span('2024-01-01', '2024-07-01'),
        calendar: exampleCalendar({ weekOfMonth }),
      }),
    ).map((date) => date.slice(5))
  expect(by('nth-weekday')).toEqual(['01-11', '02-08', '03-14', '04-11', '05-09', '06-13'])
  expect(by('calendar-week')).toEqual(['01-11', '02-08', '03-07', '04-11', '05-09', '06-06'])
  expect(by('full-week')).toEqual(['01-11', '02-15', '03-14', '04-11', '05-16', '06-13'])
})

test('before the 27th (BT 8.2) is until the end of the 26th, or of the 27th where so configured', () => {
  const cadence = read('trước ngày 27 hằng tháng')
  const january = span('2024-01-01', '2024-02-01')
  const [first] = dueMoments(cadence, january)
  expect(first).toEqual({
    period: '2024-01',
    periodStart: '2024-01-01',
    periodEnd: '2024-01-31',
    dueAt: new Date('2024-01-26T16:59:59.999Z'),
  })
  const sameDay = { ...january, calendar: exampleCalendar({ beforeDay: 'same-day' }) }
  expect(days(dueMoments(cadence, sameDay))).toEqual(['2024-01-27'])
})

test('at least every 2 weeks (BT 6), counted from a day', () => {
  expect(due('ít nhất 2 tuần/lần, từ 2024-01-25', '2023-12-01', '2024-03-10')).toEqual([
    '2024-02-07',
    '2024-02-21',
    '2024-03-06',
  ])
})

test('middle and end of month (BT 8.2), leap day included', () => {
  expect(due('giữa và cuối tháng', '2024-02-01', '2024-04-01')).toEqual([
    '2024-02-15',
    '2024-02-29',
    '2024-03-15',
    '2024-03-31',
  ])
  const [first, second] = dueMoments(read('giữa và cuối tháng'), span('2024-02-01', '2024-03-01'))
  expect([first?.period, second?.period, second?.periodStart]).toEqual(['2024-02a', '2024-02b', '2024-02-16'])
})

test('the 5th of the next month (QN 12.3), for months, quarters and years', () => {
  expect(due('ngày 05 tháng sau', '2024-01-01', '2024-04-01')).toEqual(['2024-01-05', '2024-02-05', '2024-03-05'])
  expect(due('hằng quý, ngày 05 tháng sau', '2024-01-01', '2024-12-31')).toEqual([
    '2024-01-05',
    '2024-04-05',
    '2024-07-05',
    '2024-10-05',
  ])
  const [yearly] = dueMoments(read('hằng năm, ngày 05 tháng sau'), span('2024-06-01', '2026-01-01'))
  expect([yearly?.period, yearly && localOf(yearly.dueAt, zone).date]).toEqual(['2024', '2025-01-05'])
})

test('quarterly (CV 1, ĐX IV.8, TW 10.1) is the quarter’s last day', () => {
  expect(due('hằng quý', '2024-01-01', '2025-01-01')).toEqual(['2024-03-31', '2024-06-30', '2024-09-30', '2024-12-31'])
  expect(due('6 tháng một lần', '2024-01-01', '2025-01-01')).toEqual(['2024-06-30', '2024-12-31'])
})

test('once, before a day (ĐX IV.8)', () => {
  expect(due('một lần, trước ngày 03/03/2023', '2020-01-01', '2030-01-01')).toEqual(['2023-03-02'])
})

test('a day that a month lacks falls on its last', () => {
  expect(due('ngày 31 hằng tháng', '2023-01-01', '2023-05-01')).toEqual([
    '2023-01-31',
    '2023-02-28',
    '2023-03-31',
    '2023-04-30',
  ])
  expect(due('trước ngày 1 tháng sau', '2024-02-01', '2024-04-01')).toEqual(['2024-02-29', '2024-03-31'])
})

test('a due day in Tết stays, or moves to the working day before or after', () => {
  const february = span('2024-02-01', '2024-03-01')
  const moved = (onHoliday: 'same-day' | 'previous' | 'next') =>
    days(dueMoments(read('thứ Năm tuần thứ hai hằng tháng'), { ...february, onHoliday }))
  expect([moved('same-day'), moved('previous'), moved('next')]).toEqual([
    ['2024-02-08'],
    ['2024-02-07'],
    ['2024-02-15'],
  ])
})

test('a weekly due day in a long Tết stays rather than reach the next week’s', () => {
  const february = span('2027-02-01', '2027-02-20')
  const weekly = (onHoliday: 'previous' | 'next', anchor: string) =>
    days(dueMoments(read(`hằng tuần, từ ${anchor}`), { ...february, onHoliday }))
  expect(weekly('next', '2026-01-03')).toEqual(['2027-02-05', '2027-02-12', '2027-02-19'])
  expect(weekly('previous', '2026-01-02')).toEqual(['2027-02-04', '2027-02-11', '2027-02-18'])
})

test('a due day moved over a month’s end is found from either side', () => {
  const options = { ...span('2024-04-01', '2024-04-02'), onHoliday: 'next' as const }
  expect(days(dueMoments(read('hằng tháng'), options))).toEqual(['2024-04-01'])
})

test('a clock time may be given', () => {
  const [first] = dueMoments(read('ngày 05 hằng tháng, lúc 17:00'), span('2024-01-01', '2024-02-01'))
  expect(first?.dueAt.toISOString()).toBe('2024-01-05T10:00:00.000Z')
})

test('the next due moment is after the given one', () => {
  const options = { zone, calendar: exampleCalendar() }
  const first = nextDue(read('hằng quý'), new Date('2024-01-01T00:00:00Z'), options)
  const second = first && nextDue(read('hằng quý'), first.dueAt, options)
  expect([first?.period, second?.period]).toEqual(['2024-Q1', '2024-Q2'])
  expect(nextDue(read('một lần, ngày 30/06/2023'), new Date('2024-01-01T00:00:00Z'), options)).toBeUndefined()
  expect(nextDue(read('khi được yêu cầu'), new Date(), options)).toBeUndefined()
  const soon = nextDue(read('trong 8 giờ'), new Date('2024-01-01T20:00:00Z'), options)
  expect(soon?.dueAt.toISOString()).toBe('2024-01-02T04:00:00.000Z')
})

test('a duty is due only while it is in force', () => {
  const duty = { due: read('hằng quý'), onHoliday: 'same-day' as const, from: '2024-04-01', until: '2024-09-30' }
  expect(days(dutyMoments(duty, span('2023-01-01', '2026-01-01')))).toEqual(['2024-06-30', '2024-09-30'])
})
