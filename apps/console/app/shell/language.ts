import type { Locale } from '@sotay/i18n'

const YEAR = 31_536_000

/** The language this device has chosen; English until it does. */
export const readLanguage = (cookies: string | null | undefined): Locale =>
  /(?:^|; )ops-language=vi(?:;|$)/.test(cookies ?? '') ? 'vi' : 'en'

export const languageCookie = (locale: Locale): string =>
  `ops-language=${locale}; Path=/; Max-Age=${YEAR}; HttpOnly; SameSite=Lax`
