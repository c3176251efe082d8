import { afterEach, expect, test, vi } from 'vitest'
import { createI18n } from './create-i18n'
import { keyPaths } from './key-paths'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

const texts = { ui: { due: 'còn {{count}} giờ', nested: { close: 'Đóng' } }, news: { title: 'Tin tức' } }

test('texts are there as soon as the instance is, in every namespace', () => {
  const i18n = createI18n({ locale: 'vi', resources: texts })
  expect(i18n.t('ui:nested.close')).toBe('Đóng')
  expect(i18n.getFixedT(null, 'news')('title')).toBe('Tin tức')
  expect(i18n.t('ui:due', { count: 3 })).toBe('còn 3 giờ')
})

test('values are left to React to escape', () => {
  const i18n = createI18n({ locale: 'vi', resources: { ui: { hello: 'Kính gửi {{name}}' } } })
  expect(i18n.t('ui:hello', { name: 'A & B' })).toBe('Kính gửi A & B')
})

test('English plurals follow the count and Vietnamese has one form', () => {
  const en = createI18n({
    locale: 'en',
    resources: { ui: { rows_one: '{{count}} row', rows_other: '{{count}} rows' } },
  })
  const viet = createI18n({ locale: 'vi', resources: { ui: { rows_other: '{{count}} dòng' } } })
  expect([en.t('ui:rows', { count: 1 }), en.t('ui:rows', { count: 2 })]).toEqual(['1 row', '2 rows'])
  expect(viet.t('ui:rows', { count: 1 })).toBe('1 dòng')
})

test('a missing key is an error outside production', () => {
  const i18n = createI18n({ locale: 'vi', resources: texts })
  expect(() => i18n.t('ui:absent')).toThrow('no text for ui:absent in vi')
})

test('a missing key is logged in production and shows as the key', () => {
  vi.stubEnv('NODE_ENV', 'production')
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const i18n = createI18n({ locale: 'vi', resources: texts })
  expect(i18n.t('ui:absent')).toBe('absent')
  expect(log).toHaveBeenCalledWith('no text for ui:absent in vi')
})

test('instances of two languages do not share texts', () => {
  const viet = createI18n({ locale: 'vi', resources: { ui: { close: 'Đóng' } } })
  const en = createI18n({ locale: 'en', resources: { ui: { close: 'Close' } } })
  expect([viet.t('ui:close'), en.t('ui:close')]).toEqual(['Đóng', 'Close'])
})

test('key paths fold plural endings, so languages can be compared', () => {
  expect(keyPaths({ rows_other: '', a: { b: '' } })).toEqual(keyPaths({ rows_one: '', rows_other: '', a: { b: '' } }))
})
