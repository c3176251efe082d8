import * as z from 'zod'

const minutesIn = new Map([
  ['phút', 1],
  ['min', 1],
  ['m', 1],
  ['giờ', 60],
  ['h', 60],
  ['ngày', 1440],
  ['d', 1440],
  ['tuần', 10080],
])

/**
 * Reads a duration as people write it: `8h`, `8 giờ`, `15 phút`, `1 giờ 30 phút`, `1 ngày`, `2 tuần`, or `ngay` (0).
 * @returns minutes, or undefined when it is none of these
 */
export function parseDuration(written: string): number | undefined {
  const phrase = written.slice(0, 60).normalize('NFC').trim().toLowerCase()
  if (phrase === 'ngay') return 0
  if (!/^(\d{1,5} ?(phút|min|m|giờ|h|ngày|d|tuần) ?){1,3}$/u.test(phrase)) return undefined
  let minutes = 0
  for (const [, amount, unit] of phrase.matchAll(/(\d{1,5}) ?(\p{L}+)/gu)) {
    minutes += Number(amount) * (minutesIn.get(unit ?? '') ?? 0)
  }
  return minutes
}

export const durationForms = ['ngay', '15 phút', '8h', '8 giờ', '1 giờ 30 phút', '1 ngày', '2 tuần']

const phrase = z.string().meta({ description: 'Khoảng thời gian', examples: durationForms })

/** In the file a phrase, in the configuration minutes. */
export const duration = phrase.transform((written, ctx) => {
  const minutes = parseDuration(written)
  if (minutes !== undefined) return minutes
  ctx.addIssue({
    code: 'custom',
    message: `không hiểu khoảng thời gian “${written.slice(0, 60)}”`,
    params: { allowed: durationForms },
    input: written,
  })
  return z.NEVER
})
