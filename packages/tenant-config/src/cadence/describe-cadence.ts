import { writeDuration } from '../write/write-phrases'
import type { Cadence } from './cadence'
import { monthNames, periodNames, weekNames } from './phrases'

const weekdays = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật']

/** The phrase for a cadence, as a settings page shows it; `parseCadence` reads it back to the same cadence. */
export const describeCadence = (cadence: Cadence): string =>
  cadence.at ? `${describeRhythm(cadence)}, lúc ${cadence.at}` : describeRhythm(cadence)

function describeRhythm(cadence: Cadence): string {
  switch (cadence.kind) {
    case 'weeks':
      return `${cadence.every === 1 ? 'hằng tuần' : `${cadence.every} tuần một lần`}, tính từ ${cadence.anchor}`
    case 'weekday-of-month':
      return `${weekdays[cadence.weekday - 1]} tuần ${nameOf(weekNames, cadence.week)} hằng tháng`
    case 'mid-and-end-of-month':
      return 'giữa và cuối tháng'
    case 'once':
      return `một lần, ${edge(cadence.boundary)}ngày ${cadence.date.split('-').reverse().join('/')}`
    case 'within':
      return cadence.minutes === 0 ? 'ngay' : `trong ${writeDuration(cadence.minutes)}`
    case 'on-demand':
      return 'khi được yêu cầu'
    case 'day-of-period':
      return describeDay(cadence)
  }
}

function describeDay(cadence: Extract<Cadence, { kind: 'day-of-period' }>): string {
  const { period, day, monthOffset, boundary } = cadence
  const every = nameOf(periodNames, period)
  if (day === 'last') return every
  const date = `${edge(boundary)}ngày ${String(day).padStart(2, '0')}`
  if (period === 'month') return `${date} ${monthOffset ? 'tháng sau' : 'hằng tháng'}`
  if (period === 'year' && monthOffset < 1) return `${every}, ${date}/${monthOffset + 12}`
  return `${every}, ${date} ${nameOf(monthNames, monthOffset)}`
}

const edge = (boundary: 'by' | 'before') => (boundary === 'before' ? 'trước ' : '')

function nameOf<T>(names: Map<string, T>, value: T): string {
  const found = [...names].filter(([, named]) => named === value).map(([name]) => name)
  return found.at(-1) ?? ''
}
