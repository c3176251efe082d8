import { expect, test } from 'vitest'
import { formBytes } from './form-bytes'

test('a form sends two megabytes, one with a roster thirty-two', () => {
  expect(formBytes('/dang-nhap')).toBe(2 * 1024 * 1024)
  expect(formBytes('/toa-soan')).toBe(2 * 1024 * 1024)
  expect(formBytes('/dang-vien/nhap/moi')).toBe(32 * 1024 * 1024)
  expect(formBytes('/dang-vien/nhap/moi.data')).toBe(32 * 1024 * 1024)
  expect(formBytes('/dang-vien/x')).toBe(12 * 1024 * 1024)
})
