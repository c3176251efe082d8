import { isoDate } from '../schema/dated'
import { parseDuration } from '../schema/duration'
import type { Boundary, Cadence, Period } from './cadence'
import { monthNames, periodNames, weekdayNames, weekNames } from './phrases'

/**
 * Reads a cadence phrase (see `cadenceForms`); capitals, double spaces, “hàng/hằng” and leading zeros do not matter.
 * @returns undefined when the phrase is none of the forms
 */
export function parseCadence(written: string): Cadence | undefined {
  const phrase = normalise(written)
  const timed = /^(.*?),? lúc ([01]\d|2[0-3]):([0-5]\d)$/.exec(phrase)
  const rhythm = timed?.[1] ? parseRhythm(timed[1]) : parseRhythm(phrase)
  return rhythm && timed ? { ...rhythm, at: `${timed[2]}:${timed[3]}` } : rhythm
}

function normalise(written: string): string {
  return written
    .slice(0, 120)
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/(^| )hàng (?=tuần|tháng|quý|năm)/g, '$1hằng ')
    .trim()
}

const parseRhythm = (phrase: string): Cadence | undefined =>
  parseEvent(phrase) ?? parseWeeks(phrase) ?? parseWeekday(phrase) ?? parseOnce(phrase) ?? parsePeriod(phrase)

function parseEvent(phrase: string): Cadence | undefined {
  if (phrase === 'khi được yêu cầu' || phrase === 'đột xuất') return { kind: 'on-demand' }
  const minutes = parseDuration(phrase.replace(/^trong (vòng )?/, ''))
  return minutes === undefined ? undefined : { kind: 'within', minutes }
}

function parseWeeks(phrase: string): Cadence | undefined {
  const found = /^(?:ít nhất )?(?:(\d{1,2}) tuần(?: một lần|\/lần)|hằng tuần), (?:tính )?từ (\d{4}-\d\d-\d\d)$/.exec(
    phrase,
  )
  const every = Number(found?.[1] ?? 1)
  if (!found?.[2] || every < 1 || !isoDate.safeParse(found[2]).success) return undefined
  return { kind: 'weeks', every, anchor: found[2] }
}

function parseWeekday(phrase: string): Cadence | undefined {
  const found = /^(thứ \p{L}+|chủ nhật) (?:của )?tuần (.+) hằng tháng$/u.exec(phrase)
  const weekday = weekdayNames.indexOf(found?.[1] ?? '') + 1
  const week = weekNames.get(found?.[2] ?? '')
  return weekday && week ? { kind: 'weekday-of-month', weekday, week } : undefined
}

function parseOnce(phrase: string): Cadence | undefined {
  const found = /^một lần, (trước )?ngày (\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(phrase)
  if (!found?.[2] || !found[3] || !found[4]) return undefined
  const date = `${found[4]}-${found[3].padStart(2, '0')}-${found[2].padStart(2, '0')}`
  if (!isoDate.safeParse(date).success) return undefined
  return { kind: 'once', date, boundary: found[1] ? 'before' : 'by' }
}

function parsePeriod(phrase: string): Cadence | undefined {
  if (phrase === 'giữa và cuối tháng') return { kind: 'mid-and-end-of-month' }
  const whole = periodNames.get(phrase)
  if (whole) return dayOf(whole, 'last', 0, 'by')
  const monthly = /^(?:chậm nhất )?(trước )?ngày (\d{1,2}) (hằng tháng|tháng sau)$/.exec(phrase)
  if (monthly) return dayOf('month', Number(monthly[2]), monthly[3] === 'tháng sau' ? 1 : 0, boundary(monthly[1]))
  const [period = '', rest = ''] = phrase.split(/, (.*)/)
  const named = periodNames.get(period)
  return named && parseDayInPeriod(named, rest)
}

function parseDayInPeriod(period: Period, rest: string): Cadence | undefined {
  const day = /^(?:chậm nhất )?(trước )?ngày (\d{1,2})(?:\/(\d{1,2})| (.+))$/.exec(rest)
  if (!day) return undefined
  if (day[3]) {
    const month = Number(day[3])
    const real = month >= 1 && month <= 12 && period === 'year'
    return real ? dayOf('year', Number(day[2]), month - 12, boundary(day[1])) : undefined
  }
  const offset = monthNames.get(day[4] ?? '')
  if (offset === undefined || (offset < 1 && period !== 'quarter')) return undefined
  return dayOf(period, Number(day[2]), offset, boundary(day[1]))
}

const boundary = (before: string | undefined): Boundary => (before ? 'before' : 'by')

function dayOf(period: Period, day: number | 'last', monthOffset: number, edge: Boundary): Cadence | undefined {
  if (day !== 'last' && (day < 1 || day > 31)) return undefined
  return { kind: 'day-of-period', period, day, monthOffset, boundary: edge }
}
