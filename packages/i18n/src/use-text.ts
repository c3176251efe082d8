import type { TFunction } from 'i18next'
import { useContext } from 'react'
import { I18nContext } from 'react-i18next'
import type { I18n, Locale } from './create-i18n'

const fixed = new WeakMap<I18n, Map<string, TFunction>>()

function useI18n(): I18n {
  const { i18n } = useContext(I18nContext)
  if (!i18n) throw new Error('I18nProvider is missing above this component')
  return i18n
}

/**
 * The texts of a namespace: `useText('ui')('close')`. Lighter than `useTranslation`, because its texts are
 * present before the first render and the language never changes within a page.
 */
export function useText(namespace: string): TFunction {
  const i18n = useI18n()
  let namespaces = fixed.get(i18n)
  if (!namespaces) {
    namespaces = new Map()
    fixed.set(i18n, namespaces)
  }
  let text = namespaces.get(namespace)
  if (!text) {
    text = remembering(i18n.getFixedT(null, namespace))
    namespaces.set(namespace, text)
  }
  return text
}

/**
 * Makes the hook of one namespace from words that come with the code that uses them, so that a page loads its own
 * module's words and no other's.
 */
export const moduleText =
  (namespace: string, words: object): (() => TFunction) =>
  () => {
    const i18n = useI18n()
    if (!i18n.hasResourceBundle(i18n.language, namespace)) i18n.addResourceBundle(i18n.language, namespace, words)
    return useText(namespace)
  }

// Most words have no parameters: each is looked up once in a process, not once in a render.
function remembering(text: TFunction): TFunction {
  const known = new Map<string, string>()
  const look = (key: string, options?: Record<string, unknown>): string => {
    if (options) return text(key, options)
    let words = known.get(key)
    if (words === undefined) {
      words = text(key)
      known.set(key, words)
    }
    return words
  }
  return look as TFunction
}

export const useLocale = (): Locale => useI18n().language as Locale
