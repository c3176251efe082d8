export { createI18n, type I18n, type Locale, type Namespaces } from './create-i18n'
export { I18nProvider, useZone } from './i18n-provider'
export { keyPaths } from './key-paths'
export { moduleText, useLocale, useText } from './use-text'
