/**
 * One form for a telephone number however it was typed: separators dropped, the country code +84 written as 0.
 * @returns the number, or nothing when it is not one
 */
export function readPhone(typed: string): string | undefined {
  const compact = typed.normalize('NFKC').replace(/[\s.()-]/g, '')
  const national = compact.replace(/^(\+84|0084|84(?=\d{9}$))0?/, '0')
  return /^\+?\d{8,15}$/.test(national) ? national : undefined
}
