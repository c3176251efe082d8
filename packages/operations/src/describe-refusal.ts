import type { Refusal } from '@sotay/kernel'
import en from './locales/en.json'
import vi from './locales/vi.json'

type Texts = Record<string, { errors: Record<string, string> }>

/** The sentence of a refusal that an operation threw; its code when it is not one of ours. */
export function describeRefusal(refusal: Pick<Refusal, 'code' | 'params'>, locale: 'vi' | 'en' = 'vi'): string {
  const texts: Texts = locale === 'vi' ? vi : en
  const [namespace = '', reason = ''] = refusal.code.split('.')
  const sentence = texts[namespace]?.errors[reason]
  if (!sentence) return `${refusal.code} ${JSON.stringify(refusal.params)}`
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(refusal.params[name] ?? '?'))
}
