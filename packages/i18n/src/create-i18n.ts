import { createInstance, type i18n as I18n, type Resource } from 'i18next'

export type { I18n }
export type Locale = 'vi' | 'en'
/** Namespace → keys of one language, as gathered by the app from its packages' locale files. */
export type Namespaces = Resource[string]

function refuseMissing(locale: string, namespace: string, key: string): void {
  const words = `no text for ${namespace}:${key} in ${locale}`
  if (process.env.NODE_ENV !== 'production') throw new Error(words)
  console.error(words)
}

/**
 * Makes the texts of one language ready, synchronously. Call once per language and process, never per request.
 * A missing key throws outside production, where it is logged and shown as the key.
 */
export function createI18n({ locale, resources }: { locale: Locale; resources: Namespaces }): I18n {
  const i18n = createInstance()
  i18n.init({
    lng: locale,
    fallbackLng: false,
    resources: { [locale]: resources },
    ns: Object.keys(resources),
    initImmediate: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    saveMissing: true,
    missingKeyHandler: (locales, namespace, key) => refuseMissing(locales.join(), namespace, key),
  })
  return i18n
}
