import { expect, test } from 'vitest'
import { signaturesOf } from './signatures'

const provinces = [
  { id: 'a1', slug: 'mot', name: 'Tỉnh Một', status: 'active' as const, originId: null, keys: null },
  { id: 'b2', slug: 'hai', name: 'Tỉnh Hai', status: 'active' as const, originId: null, keys: null },
  { id: 'c3', slug: 'ba', name: 'Tỉnh Ba', status: 'suspended' as const, originId: null, keys: null },
]
const rules = { decidedBy: 'province' as const, temporaryMonths: 12, answerDays: 7 }
const of = (
  index: number,
  partners: { slug: string; name: string; publicKey: string }[] = [],
  secret = 's'.repeat(32),
) =>
  signaturesOf({
    secret,
    record: provinces[index]!,
    config: { transfers: { ...rules, partners } },
    provinces: () => provinces,
  })

test('what one province signs, another verifies under its name and no other', () => {
  const signature = of(0).sign('nội dung')
  expect(of(1).verify('mot', 'nội dung', signature)).toBe(true)
  expect(of(1).verify('mot', 'nội dung khác', signature)).toBe(false)
  expect(of(1).verify('hai', 'nội dung', signature)).toBe(false)
  expect(of(1).verify('khong-co', 'nội dung', signature)).toBe(false)
  expect(of(1).verify('mot', 'nội dung', 'không phải chữ ký')).toBe(false)
})

test('a province elsewhere is known by its configured key, which comes before one of the same name here', () => {
  const abroad = of(0, [], 'x'.repeat(32))
  const partner = { slug: 'mot', name: 'Tỉnh Một ở nơi khác', publicKey: abroad.publicKey() }
  const here = of(1, [partner])
  expect(here.verify('mot', 'nội dung', abroad.sign('nội dung'))).toBe(true)
  expect(here.verify('mot', 'nội dung', of(0).sign('nội dung'))).toBe(false)
})

test('peers are the active provinces and the configured ones, without oneself', () => {
  expect(of(0).peers()).toEqual([{ slug: 'hai', name: 'Tỉnh Hai' }])
  const partner = { slug: 'xa', name: 'Tỉnh Xa', publicKey: of(0).publicKey() }
  expect(
    of(0, [partner])
      .peers()
      .map(({ slug }) => slug),
  ).toEqual(['xa', 'hai'])
})
