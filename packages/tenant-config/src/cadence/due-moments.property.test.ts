import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cadence, Period } from './cadence'
import { describeCadence } from './describe-cadence'
import { dueMoments } from './due-moments'
import { exampleCalendar } from './example-calendar'
import { addDays, dateOf, dayNumber, localOf } from './local-date'
import { parseCadence } from './parse-cadence'

const boundary = fc.constantFrom('by' as const, 'before' as const)
const day = fc.integer({ min: 1, max: 31 })
const date = fc.integer({ min: dayNumber('2000-01-01'), max: dayNumber('2060-01-01') }).map(dateOf)

const monthly = fc.record({ day, monthOffset: fc.constantFrom(0, 1), boundary, period: fc.constant<Period>('month') })
const quarterly = fc.record({
  day,
  monthOffset: fc.integer({ min: -2, max: 1 }),
  boundary,
  period: fc.constant<Period>('quarter'),
})
const yearly = fc.record({
  day,
  monthOffset: fc.integer({ min: -11, max: 1 }),
  boundary,
  period: fc.constant<Period>('year'),
})
const whole = fc.constantFrom<Period>('month', 'quarter', 'half-year', 'year').map((period) => ({
  period,
  day: 'last' as const,
  monthOffset: 0,
  boundary: 'by' as const,
}))

const periodic = fc.oneof(
  fc.record({ kind: fc.constant('weeks' as const), every: fc.integer({ min: 1, max: 12 }), anchor: date }),
  fc.record({
    kind: fc.constant('weekday-of-month' as const),
    weekday: fc.integer({ min: 1, max: 7 }),
    week: fc.constantFrom(1, 2, 3, 4, 5, 'last' as const),
  }),
  fc.constant({ kind: 'mid-and-end-of-month' as const }),
  fc.oneof(monthly, quarterly, yearly, whole).map((rest) => ({ kind: 'day-of-period' as const, ...rest })),
) satisfies fc.Arbitrary<Cadence>

const options = fc.record({
  zone: fc.constantFrom('Asia/Ho_Chi_Minh', 'UTC', 'America/New_York', 'Asia/Kolkata'),
  onHoliday: fc.constantFrom('same-day' as const, 'previous' as const, 'next' as const),
  calendar: fc
    .record({
      weekOfMonth: fc.constantFrom('nth-weekday' as const, 'calendar-week' as const, 'full-week' as const),
      beforeDay: fc.constantFrom('previous-day' as const, 'same-day' as const),
    })
    .map(exampleCalendar),
})
const span = fc
  .tuple(
    fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2055, 0, 1) }),
    fc.integer({ min: 0, max: 900 * 86_400_000 }),
  )
  .map(([start, length]) => ({ from: new Date(start), to: new Date(start + length) }))

test('due moments are strictly increasing, in range, and their periods follow one another without gap or overlap', () => {
  fc.assert(
    fc.property(periodic, options, span, (cadence, how, range) => {
      const moments = [...dueMoments(cadence, { ...how, ...range })]
      for (const [index, moment] of moments.entries()) {
        expect(moment.dueAt >= range.from && moment.dueAt < range.to).toBe(true)
        const next = moments[index + 1]
        if (!next) continue
        expect(next.dueAt.getTime()).toBeGreaterThan(moment.dueAt.getTime())
        expect(next.periodStart).toBe(addDays(moment.periodEnd, 1))
      }
      expect(new Set(moments.map((moment) => moment.period)).size).toBe(moments.length)
    }),
  )
})

test('none is lost or doubled where a range is cut', () => {
  fc.assert(
    fc.property(periodic, options, span, fc.double({ min: 0, max: 1, noNaN: true }), (cadence, how, range, share) => {
      const cut = new Date(range.from.getTime() + Math.round(share * (range.to.getTime() - range.from.getTime())))
      const at = (from: Date, to: Date) => [...dueMoments(cadence, { ...how, from, to })]
      expect([...at(range.from, cut), ...at(cut, range.to)]).toEqual(at(range.from, range.to))
    }),
  )
})

test('every month of a year has its due moment, however short', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 2001, max: 2050 }), (on, year) => {
      const cadence: Cadence = { kind: 'day-of-period', period: 'month', day: on, monthOffset: 0, boundary: 'by' }
      const zone = 'Asia/Ho_Chi_Minh'
      const [from, to] = [new Date(Date.UTC(year - 1, 11, 31, 17)), new Date(Date.UTC(year, 11, 31, 17))]
      expect([...dueMoments(cadence, { from, to, zone, calendar: exampleCalendar() })]).toHaveLength(12)
    }),
  )
})

test('a due moment is the last of its local day in any zone', () => {
  fc.assert(
    fc.property(periodic, options, span, (cadence, how, range) => {
      for (const { dueAt } of dueMoments(cadence, { ...how, ...range })) {
        expect(localOf(dueAt, how.zone).time).toBe('23:59')
        expect(localOf(new Date(dueAt.getTime() + 1), how.zone).date > localOf(dueAt, how.zone).date).toBe(true)
      }
    }),
  )
})

test('a moved due day is a working day', () => {
  fc.assert(
    fc.property(periodic, options, span, (cadence, how, range) => {
      fc.pre(how.onHoliday !== 'same-day' && !(cadence.kind === 'weeks' && cadence.every < 3))
      for (const { dueAt } of dueMoments(cadence, { ...how, ...range })) {
        expect(how.calendar.isWorkingDay(localOf(dueAt, how.zone).date)).toBe(true)
      }
    }),
  )
})

const single = fc.oneof(
  fc.record({ kind: fc.constant('once' as const), date, boundary }),
  fc.record({ kind: fc.constant('within' as const), minutes: fc.integer({ min: 0, max: 20_000 }) }),
  fc.constant({ kind: 'on-demand' as const }),
) satisfies fc.Arbitrary<Cadence>

test('the phrase of a cadence reads back as the same cadence', () => {
  fc.assert(
    fc.property(
      fc.oneof(periodic, single),
      fc.option(fc.constantFrom('07:30', '17:00'), { nil: undefined }),
      (rhythm, at) => {
        const cadence: Cadence = at ? { ...rhythm, at } : rhythm
        expect(parseCadence(describeCadence(cadence))).toEqual(cadence)
      },
    ),
  )
})
