import { useText, useZone } from '@sotay/i18n'
import AlarmClock from 'lucide-react/icons/alarm-clock'
import Clock from 'lucide-react/icons/clock'
import { DateTime } from './date-time'
import { type DueUnit, dueDistance } from './due-distance'
import { isDay, type Moment } from './format-date'

const keys: Record<DueUnit, [ahead: string, late: string]> = {
  minutes: ['due.minutes', 'due.lateMinutes'],
  hours: ['due.hours', 'due.lateHours'],
  days: ['due.days', 'due.lateDays'],
}

export interface DueMomentProps {
  at: Moment
  /** The server's present moment, so that server and browser say the same. */
  now: Moment
}

/** “còn 3 giờ” with the exact moment beside it; “còn 3 ngày” with the day where there is no time. */
export function DueMoment({ at, now }: DueMomentProps) {
  const t = useText('ui')
  const { late, unit, count } = dueDistance(at, now, useZone())
  const words =
    count === 0 && !late ? t(unit === 'days' ? 'due.today' : 'due.now') : t(keys[unit][late ? 1 : 0], { count })
  const Icon = late ? AlarmClock : Clock
  return (
    <span className={late ? 'due late' : 'due'}>
      <Icon className="icon" />
      <strong>{words}</strong> <DateTime at={at} show={isDay(at) ? 'day' : 'day-time'} />
    </span>
  )
}
