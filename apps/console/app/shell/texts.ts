import { createI18n, type I18n, type Locale } from '@sotay/i18n'
import uiEn from '@sotay/ui/locales/en.json'
import uiVi from '@sotay/ui/locales/vi.json'
import en from './locales/en.json'
import vi from './locales/vi.json'

/** The console's two languages, each made once. */
export const texts: Record<Locale, I18n> = {
  en: createI18n({ locale: 'en', resources: { ui: uiEn, console: en } }),
  vi: createI18n({ locale: 'vi', resources: { ui: uiVi, console: vi } }),
}
