import { type TenantContext, todayOf } from '@sotay/kernel'
import { type CardScheme, inForce } from '@sotay/tenant-config'

/** A card number as typed, made comparable. */
export interface CardNumber {
  /** The number without separators: equal for every way of writing one card. */
  bare: string
  /** How the roster may have it written. */
  written: string[]
}

const bareOf = (text: string): string => text.replace(/[\s.\-/]/g, '')

/**
 * Reads a card number by the province's schemes in force today; a province without a scheme takes any text.
 * @returns nothing when no scheme knows such a number
 * Source: R6, CV 2
 */
export function readCardNumber(ctx: TenantContext, typed: string): CardNumber | undefined {
  const text = typed.normalize('NFKC').trim().toUpperCase()
  const bare = bareOf(text)
  if (bare === '') return undefined
  const today = todayOf(ctx)
  const schemes = ctx.config.accounts.cardScheme.filter((scheme) => inForce(scheme, today))
  if (schemes.length === 0) return { bare, written: [...new Set([text, bare])] }
  const written = new Set<string>()
  for (const scheme of schemes) {
    const pattern = new RegExp(scheme.pattern, 'u')
    for (const form of [text, bare, writtenLike(scheme.example, bare)]) if (pattern.test(form)) written.add(form)
  }
  return written.size > 0 ? { bare, written: [...written] } : undefined
}

/** The number with separators where the scheme's example has them. */
function writtenLike(example: CardScheme['example'], bare: string): string {
  let next = 0
  let form = ''
  for (const char of example) form += bareOf(char) === '' ? char : (bare[next++] ?? '')
  return form + bare.slice(next)
}
