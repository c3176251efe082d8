import type { ConfigurationChange } from '@sotay/tenant-config'

/** One line for a changed setting: path, before, after. */
export const describeChange = ({ path, before, after }: ConfigurationChange): string =>
  `  ${path}: ${short(before)} → ${short(after)}`

function short(value: unknown): string {
  if (value === undefined) return '(không có)'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
