/** A moment, or a day without a time as `yyyy-mm-dd`, which is the same day in every zone. */
export type Moment = Date | number | string

export interface DateStyle {
  /** IANA name of the province's time zone. */
  zone: string
  locale: string
}

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  let found = formatters.get(key)
  if (!found) {
    found = make()
    formatters.set(key, found)
  }
  return found
}

const dayOnly = /^\d{4}-\d{2}-\d{2}$/
/** Whether it is a day without a time. */
export const isDay = (at: Moment): at is string => typeof at === 'string' && dayOnly.test(at)

const zoneOf = (at: Moment, zone: string) => (isDay(at) ? 'UTC' : zone)

// Digits come from en-GB in every language: dd/mm/yyyy and 24 hours, alike in server and browser whatever their ICU.
const digits = (zone: string) =>
  formatter(`digits ${zone}`, () => {
    const two = '2-digit'
    const day = { day: two, month: two, year: 'numeric' } as const
    return new Intl.DateTimeFormat('en-GB', { ...day, hour: two, minute: two, hourCycle: 'h23', timeZone: zone })
  })

/** `11/01/2024` @throws RangeError when `at` is no moment */
export function formatDate(at: Moment, { zone }: DateStyle): string {
  return digits(zoneOf(at, zone)).format(new Date(at)).slice(0, 10)
}

/** `08:30` @throws RangeError when `at` is no moment */
export function formatTime(at: Moment, { zone }: DateStyle): string {
  return digits(zone).format(new Date(at)).slice(-5)
}

/** `Thứ Năm, 11/01/2024` @throws RangeError when `at` is no moment */
export function formatDay(at: Moment, style: DateStyle): string {
  const zone = zoneOf(at, style.zone)
  const make = () => new Intl.DateTimeFormat(style.locale, { weekday: 'long', timeZone: zone })
  return `${formatter(`weekday ${style.locale} ${zone}`, make).format(new Date(at))}, ${formatDate(at, style)}`
}

/** `08:30, Thứ Năm, 11/01/2024` @throws RangeError when `at` is no moment */
export function formatDayTime(at: Moment, style: DateStyle): string {
  return `${formatTime(at, style)}, ${formatDay(at, style)}`
}
