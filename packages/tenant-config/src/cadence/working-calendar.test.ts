import { expect, test } from 'vitest'
import { exampleCalendar, zone } from './example-calendar'
import { addDays, instantOf, weekdayOf } from './local-date'

// Days off from Monday to Friday as announced each year by the Government (BLLĐ 112.3).
const announced: Record<number, string> = {
  2020: '01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02',
  2021: '01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03',
  2022: '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02',
  2023: '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04',
  2024: '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03',
  2025: '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02',
  2026: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02',
}

test.each(Object.entries(announced))('the weekdays off in %s are those announced', (year, days) => {
  const calendar = exampleCalendar()
  const off: string[] = []
  for (let date = `${year}-01-01`; date.startsWith(year); date = addDays(date, 1)) {
    if (weekdayOf(date) <= 5 && !calendar.isWorkingDay(date)) off.push(date.slice(5))
  }
  expect(off.join(' ')).toBe(days)
})

const lunarNewYear: Record<number, string> = {
  1985: '01-21', // ICU's Chinese calendar says 02-20
  2007: '02-17', // ICU's Chinese calendar says 02-18
  2020: '01-25',
  2021: '02-12',
  2022: '02-01',
  2023: '01-22',
  2024: '02-10',
  2025: '01-29',
  2026: '02-17',
  2027: '02-06',
  2028: '01-26',
  2029: '02-13',
  2030: '02-02',
}
const hungKings: Record<number, string> = { 2020: '04-02', 2021: '04-21', 2022: '04-10', 2023: '04-29', 2024: '04-18' }

const lunarDay = (lunar: string) =>
  exampleCalendar({
    substituteDays: false,
    swappedDays: [],
    holidays: [{ key: 'only', name: 'only', lunar, offset: 0, days: 1, years: {} }],
  })

test.each(Object.entries(lunarNewYear))('Tết %s', (year, day) => {
  const calendar = lunarDay('01-01')
  expect(calendar.isHoliday(`${year}-${day}`)).toBe(true)
  expect(calendar.isHoliday(addDays(`${year}-${day}`, 1))).toBe(false)
})

test.each(Object.entries(hungKings))('Giỗ Tổ %s', (year, day) => {
  expect(lunarDay('03-10').isHoliday(`${year}-${day}`)).toBe(true)
})

test('days are named, substitutes say for what', () => {
  const calendar = exampleCalendar()
  expect(calendar.holidayName('2024-02-10')).toBe('Tết Âm lịch')
  expect(calendar.holidayName('2026-04-27')).toBe('Nghỉ bù Giỗ Tổ Hùng Vương')
  expect(calendar.holidayName('2024-04-29')).toBe('Nghỉ hoán đổi')
  expect(calendar.holidayName('2024-04-19')).toBeUndefined()
})

test('a Saturday worked in exchange is a working day', () => {
  const calendar = exampleCalendar()
  expect(calendar.isWorkingDay('2024-05-04')).toBe(true)
  expect(calendar.isWorkingDay('2024-05-11')).toBe(false)
  expect(calendar.nextWorkingDay('2024-02-07')).toBe('2024-02-15')
  expect(calendar.previousWorkingDay('2024-02-15')).toBe('2024-02-07')
})

test('office hours end with their last minute and pause at noon', () => {
  const calendar = exampleCalendar()
  const at = (time: string, date = '2024-01-11') => calendar.isWorkingMoment(instantOf(date, time, zone))
  expect([at('07:29'), at('07:30'), at('11:30'), at('12:00'), at('13:30'), at('17:00'), at('17:01')]).toEqual([
    false,
    true,
    true,
    false,
    true,
    true,
    false,
  ])
  expect(at('09:00', '2024-02-12')).toBe(false)
})

test('a holiday of one’s own may lie across New Year', () => {
  const calendar = exampleCalendar({
    substituteDays: false,
    holidays: [{ key: 'own', name: 'Ngày truyền thống', solar: '01-01', offset: -2, days: 4, years: {} }],
  })
  const days = ['2023-12-29', '2023-12-30', '2023-12-31', '2024-01-01', '2024-01-02', '2024-01-03']
  expect(days.map(calendar.isHoliday)).toEqual([false, true, true, true, true, false])
})
