import type { Correspondent } from '../schema/correspondent'

const weekdays = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN']

/** The name of a weekday as a file writes it; 1 is Monday. */
export const writeWeekday = (day: number): string => weekdays[day - 1] ?? ''

/** The phrase of a correspondent, which its schema reads back to the same. */
export function writeCorrespondent(who: Correspondent): string {
  if (who.kind === 'each') return who.under ? `each ${who.level} under ${who.under}` : `each ${who.level}`
  return who.kind === 'agency' ? `agency:${who.agency}` : who.kind
}

/** The phrase of a duration; `ngay` is none at all. */
export function writeDuration(minutes: number): string {
  if (minutes === 0) return 'ngay'
  if (minutes % 1440 === 0) return `${minutes / 1440} ngày`
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours && `${hours} giờ`, rest && `${rest} phút`].filter(Boolean).join(' ')
}
