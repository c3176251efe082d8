import { useLocale, useZone } from '@sotay/i18n'
import { formatDate, formatDay, formatDayTime, formatTime, type Moment } from './format-date'

const formats = { date: formatDate, day: formatDay, time: formatTime, 'day-time': formatDayTime }

export interface DateTimeProps {
  at: Moment
  /** date 11/01/2024 · day Thứ Năm, 11/01/2024 · time 08:30 · day-time both */
  show?: keyof typeof formats
}

export function DateTime({ at, show = 'day' }: DateTimeProps) {
  const style = { zone: useZone(), locale: useLocale() }
  return <time dateTime={typeof at === 'string' ? at : new Date(at).toISOString()}>{formats[show](at, style)}</time>
}
