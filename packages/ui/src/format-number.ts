const formatters = new Map<string, Intl.NumberFormat>()

/**
 * `1.234,5` in Vietnamese.
 * @param digits most digits after the decimal sign
 */
export function formatNumber(value: number, locale: string, digits = 1): string {
  const key = `${locale} ${digits}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.NumberFormat(locale, { maximumFractionDigits: digits })
    formatters.set(key, formatter)
  }
  return formatter.format(value)
}
