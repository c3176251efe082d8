import { type CalendarRules, calendar } from '../schema/calendar'
import { type WorkingCalendar, workingCalendar } from './working-calendar'

export const zone = 'Asia/Ho_Chi_Minh'

/** The national calendar with ordinary office hours, for tests; `own` replaces single rules. */
export const exampleCalendar = (own: Partial<CalendarRules> = {}): WorkingCalendar =>
  workingCalendar(
    {
      ...calendar.parse({
        workingDays: ['T2', 'T3', 'T4', 'T5', 'T6'],
        workingHours: ['07:30-11:30', '13:30-17:00'],
        holidays: 'vietnam',
      }),
      ...own,
    },
    zone,
  )
