import { keyPaths } from '@sotay/i18n'
import { expect, test } from 'vitest'
import en from '../locales/en.json'
import vi from '../locales/vi.json'

test('Vietnamese and English have the same texts', () => {
  expect(keyPaths(en)).toEqual(keyPaths(vi))
})

test('the vocabulary of states is the one of the design', () => {
  expect(Object.values(vi.status)).toEqual([
    'Nháp',
    'Chờ duyệt',
    'Trả lại',
    'Đã đăng',
    'Sắp đến hạn',
    'Trễ hạn',
    'Đã xong',
    'Đã thu hồi',
  ])
})
