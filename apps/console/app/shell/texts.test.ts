import { keyPaths } from '@sotay/i18n'
import { expect, test } from 'vitest'
import { readLanguage } from './language'
import en from './locales/en.json'
import vi from './locales/vi.json'

test('both languages say the same things', () => {
  expect(keyPaths(vi)).toEqual(keyPaths(en))
})

test('a device that has not chosen reads English', () => {
  expect(readLanguage(undefined)).toBe('en')
  expect(readLanguage('a=b; ops-language=vi; c=d')).toBe('vi')
  expect(readLanguage('not-ops-language=vi')).toBe('en')
})
