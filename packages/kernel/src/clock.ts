/** Where a verb reads the time; tests hold their own. */
export interface Clock {
  now(): Date
}

export const systemClock: Clock = { now: () => new Date() }

/** The calendar day of an instant in a zone, `YYYY-MM-DD`. */
export function dayIn(zone: string, at: Date): string {
  // Zones differ by whole minutes, and whoever asks for thousands of rows asks within one.
  const minute = Math.floor(at.getTime() / 60_000)
  const kept = keptDays.get(zone)
  if (kept?.minute === minute) return kept.day
  const day = dayFormat(zone).format(at)
  keptDays.set(zone, { minute, day })
  return day
}

const keptDays = new Map<string, { minute: number; day: string }>()

const formats = new Map<string, Intl.DateTimeFormat>()
function dayFormat(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
    formats.set(zone, format)
  }
  return format
}
