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
 * The texts of a namespace: `useText('ui')('close')`. Lighter than `useTranslation`, because texts are
 * all present before the first render and the language never changes within a page.
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
    text = i18n.getFixedT(null, namespace)
    namespaces.set(namespace, text)
  }
  return text
}

export const useLocale = (): Locale => useI18n().language as Locale
