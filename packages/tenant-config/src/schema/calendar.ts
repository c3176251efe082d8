import * as z from 'zod'
import national from '../../data/holidays-vn.json'
import { cite, dated, isoDate, key, text } from './dated'

const weekdayNames = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'] as const
/** 1 is Monday, 7 is Sunday. */
const weekday = z.enum(weekdayNames).transform((name) => weekdayNames.indexOf(name) + 1)

const monthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'phải có dạng THÁNG-NGÀY, ví dụ 04-30')

const hours = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'phải có dạng GIỜ:PHÚT-GIỜ:PHÚT, ví dụ 07:30-11:30')
  .transform((span) => ({ from: span.slice(0, 5), to: span.slice(6) }))
  .refine(({ from, to }) => from < to, 'giờ kết thúc phải sau giờ bắt đầu')

/** Exactly one of `solar`, `lunar` (month-day); `offset` moves the first day off, `years` overrides it for a year. */
const holidayRule = z
  .strictObject({
    key,
    name: text,
    solar: monthDay.optional(),
    lunar: monthDay.optional(),
    offset: z.number().int().min(-7).max(7).default(0),
    days: z.number().int().min(1).max(14).default(1),
    years: z
      .record(
        z.string().regex(/^\d{4}$/),
        z.strictObject({ offset: z.number().int().min(-7).max(7), cite: cite.optional() }),
      )
      .default({}),
    ...dated,
  })
  .refine(
    (rule) => (rule.solar === undefined) !== (rule.lunar === undefined),
    'phải có đúng một trong hai: solar hoặc lunar',
  )
export type HolidayRule = z.output<typeof holidayRule>

/** A day off made good by work on another day, as announced for one year. */
const swappedDay = z.strictObject({ off: isoDate, work: isoDate.optional(), ...dated })

const weekConventions = ['nth-weekday', 'calendar-week', 'full-week'] as const
const beforeConventions = ['previous-day', 'same-day'] as const

const written = {
  workingDays: z.array(weekday).nonempty(),
  workingHours: z.array(hours).nonempty(),
  holidays: z.union([z.literal('vietnam'), z.array(holidayRule)], {
    error: 'phải là vietnam (danh mục chung) hoặc danh sách ngày lễ',
  }),
  extraHolidays: z.array(holidayRule).default([]),
  swappedDays: z.array(swappedDay).default([]),
  substituteDays: z.boolean().default(true).describe('Lễ trùng ngày nghỉ tuần thì nghỉ bù ngày làm việc kế tiếp'),
  weekOfMonth: z
    .enum(weekConventions)
    .default('nth-weekday')
    .describe(
      '“thứ Năm tuần thứ hai”: thứ Năm lần thứ hai trong tháng; hoặc tuần lịch chứa ngày 1; hoặc tuần trọn đầu tiên',
    ),
  beforeDay: z
    .enum(beforeConventions)
    .default('previous-day')
    .describe('“trước ngày 27”: hết ngày 26 (previous-day) hay hết ngày 27 (same-day)'),
  midMonth: z.number().int().min(10).max(20).default(15).describe('“giữa tháng” là hết ngày mấy'),
  cite: cite.optional(),
}

/** Days off of the whole country, as every file that says `holidays: vietnam` has them. */
export const sharedHolidays = () =>
  z.object({ holidays: z.array(holidayRule), swappedDays: z.array(swappedDay) }).parse(national)

/** `holidays: vietnam` is replaced by the shared list, so that what is in force can be read and compared. */
export const calendar = z.strictObject(written).transform((read) => {
  if (read.holidays !== 'vietnam') return { ...read, holidays: read.holidays }
  const shared = sharedHolidays()
  return { ...read, holidays: shared.holidays, swappedDays: [...shared.swappedDays, ...read.swappedDays] }
})
export type CalendarRules = z.output<typeof calendar>
