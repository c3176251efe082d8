import type { IsoDate } from '../schema/dated'

export type Period = 'month' | 'quarter' | 'half-year' | 'year'

/** `by`: until the end of that day. `before`: as `calendar.beforeDay` reads it (default: until the end of the day before). */
export type Boundary = 'by' | 'before'

type Rhythm =
  | { kind: 'weeks'; every: number; anchor: IsoDate }
  | { kind: 'weekday-of-month'; weekday: number; week: number | 'last' }
  | { kind: 'day-of-period'; period: Period; day: number | 'last'; monthOffset: number; boundary: Boundary }
  | { kind: 'mid-and-end-of-month' }
  | { kind: 'once'; date: IsoDate; boundary: Boundary }
  | { kind: 'within'; minutes: number }
  | { kind: 'on-demand' }

/**
 * When something is due. `weekday` 1 is Monday; `monthOffset` counts months from the period's last month;
 * `at` is the local clock time HH:MM, by default the end of the day.
 */
export type Cadence = Rhythm & { at?: string }
