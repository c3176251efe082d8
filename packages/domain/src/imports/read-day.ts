const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00)?)?$/
const VIETNAMESE = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/
const DAY_MS = 86_400_000
/** Excel counts days from 30/12/1899 on, as far as people's lives are concerned (its 29/02/1900 lies before). */
const SERIAL_ZERO = Date.UTC(1899, 11, 30)
const FIRST_SERIAL = 61
const LAST_SERIAL = 109_575

/**
 * A day as offices write it: dd/mm/yyyy with any usual sign between, yyyy-mm-dd, or the number Excel keeps of it.
 * @returns YYYY-MM-DD, or nothing when it is no whole day of the calendar
 */
export function readDay(text: string): string | undefined {
  const iso = ISO.exec(text)
  if (iso) return dayOf(iso[1]!, iso[2]!, iso[3]!)
  const typed = VIETNAMESE.exec(text)
  if (typed) return dayOf(typed[3]!, typed[2]!, typed[1]!)
  // Four digits are a year, and a year is no day.
  if (!/^\d{5,6}$/.test(text)) return undefined
  const serial = Number(text)
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return undefined
  return new Date(SERIAL_ZERO + serial * DAY_MS).toISOString().slice(0, 10)
}

function dayOf(year: string, month: string, day: string): string | undefined {
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const at = new Date(`${written}T00:00:00Z`)
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== written ? undefined : written
}
