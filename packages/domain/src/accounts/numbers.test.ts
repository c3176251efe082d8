import type { TenantContext } from '@sotay/kernel'
import { testClock, testConfiguration } from '@sotay/testing'
import { describe, expect, test } from 'vitest'
import { readCardNumber, readPhone } from '../members'
import { assertPassword } from './password-rule'

describe('a phone number has one form', () => {
  test.each([
    ['0912345678', '0912345678'],
    ['+84 912 345 678', '0912345678'],
    ['84912345678', '0912345678'],
    ['+84 (0)912.345.678', '0912345678'],
    ['０９１２３４５６７８', '0912345678'],
    ['8491234', undefined],
    ['gọi cho tôi', undefined],
    ['', undefined],
  ])('%s', (typed, expected) => {
    expect(readPhone(typed)).toBe(expected)
  })
})

describe('a card number is read by the schemes in force', () => {
  const config = testConfiguration('thu')
  const scheme = config.accounts.cardScheme[0]!
  const later = { pattern: '^QN-[0-9]{4}$', example: 'QN-0001', hint: 'mới', from: '2024-06-01' }
  const clock = testClock()
  const accounts = { ...config.accounts, cardScheme: [{ ...scheme, until: '2024-12-31' }, later] }
  const ctx = { config: { ...config, accounts }, clock } as unknown as TenantContext
  test('only those, on the day', () => {
    expect(readCardNumber(ctx, '45 123456')).toMatchObject({ bare: '45123456', written: ['45123456', '45.123456'] })
    expect(readCardNumber(ctx, 'qn-0007')).toBeUndefined()
    clock.set(new Date('2024-07-01T00:00:00Z'))
    expect(readCardNumber(ctx, 'qn0007')).toMatchObject({ written: ['QN-0007'] })
    clock.set(new Date('2025-07-01T00:00:00Z'))
    expect(readCardNumber(ctx, '45.123456')).toBeUndefined()
  })
  test('any text where there is no scheme', () => {
    const free = {
      ...ctx,
      config: { ...config, accounts: { ...accounts, cardScheme: [] } },
    } as unknown as TenantContext
    expect(readCardNumber(free, ' tw 7 ')).toEqual({ bare: 'TW7', written: ['TW 7', 'TW7'] })
    expect(readCardNumber(free, ' . ')).toBeUndefined()
  })
})

describe('a password others know is refused', () => {
  const province = { slug: 'song-xanh', name: 'Đảng bộ tỉnh Sông Xanh' }
  const ctx = { config: { ...testConfiguration('thu'), ...province } } as unknown as TenantContext
  const known = { cardNumber: '45.123456', phone: '0905 123 456' }
  test.each([
    ['một câu thật dài', undefined],
    ['Xa khơi 45 năm ấy', undefined],
    ['chín ký tự', undefined],
    ['9 ky tu..', 'short'],
    ['45123456ab', 'personal'],
    ['0905123456!', 'personal'],
    ['matkhau2024', 'common'],
    ['Việt Nam 1945', 'common'],
    ['SongXanh2024', 'common'],
    ['Tỉnh Sông Xanh 1', 'common'],
    ['Quảng Ngãi 2024', undefined],
    ['aaaaaaaaaaaa', 'common'],
    ['abcdefghijkl', 'common'],
    ['9876543210', 'common'],
  ])('%s', (password, why) => {
    const check = () => assertPassword(ctx, password, known)
    if (!why) return expect(check).not.toThrow()
    expect(check).toThrow(expect.objectContaining({ fields: { password: [`accounts.password-${why}`] } }))
  })
})
