import { Invalid, type TenantContext } from '@sotay/kernel'
import { commonStems } from './common-passwords'

/** What a password must not be, because others know it. */
export interface KnownToOthers {
  cardNumber: string
  phone: string | null
}

const SHORTEST = 10
const FEWEST_CHARACTERS = 5

type Province = Pick<TenantContext, 'config'>

/**
 * Refuses passwords that are short, well known, the province's own name, or the member's own numbers.
 * @param field name of the form's field the error belongs to
 * @throws Invalid with one code for the first rule that fails
 */
export function assertPassword(ctx: Province, password: string, known: KnownToOthers, field = 'password'): void {
  const code = weakness(ctx, password.normalize('NFC'), known)
  if (code) throw new Invalid({ [field]: [code] })
}

function weakness(ctx: Province, password: string, known: KnownToOthers): string | undefined {
  if ([...password].length < SHORTEST) return 'accounts.password-short'
  const digits = password.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
  if (ownNumbers(known).some((own) => digits.includes(own) && digits.length - own.length < SHORTEST - 4)) {
    return 'accounts.password-personal'
  }
  return isCommon(ctx, password) ? 'accounts.password-common' : undefined
}

const ownNumbers = ({ cardNumber, phone }: KnownToOthers): string[] =>
  [cardNumber, phone ?? ''].map((own) => own.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()).filter(Boolean)

function isCommon(ctx: Province, password: string): boolean {
  const folded = fold(password)
  if (new Set(folded).size < FEWEST_CHARACTERS || isRun(folded)) return true
  const stem = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return commonStems.includes(stem) || ownNames(ctx).includes(stem)
}

/** The province's slug, and the endings of its names: “quangngai”, “tinhquangngai”, “sotaydangvienquangngai”. */
function ownNames({ config }: Province): string[] {
  const endings = (name: string) => {
    const words = name.split(/\s+/)
    return words.map((_, from) => fold(words.slice(from).join('')))
  }
  return [config.slug.replaceAll('-', ''), ...endings(config.name), ...endings(config.brand.app)]
}

/** Each character follows the one before it by the same step: 1234567890, 9876543210, abcdefghij. */
function isRun(text: string): boolean {
  const codes = [...text].map((char) => char.codePointAt(0)!)
  const steps = codes.slice(1).map((code, index) => (((code - codes[index]!) % 10) + 10) % 10)
  return steps.every((step) => step === steps[0])
}

const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}|\s/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
