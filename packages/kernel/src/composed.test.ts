import { expect, test } from 'vitest'
import { composed } from './composed'

const cpuMilliseconds = (act: () => unknown): number => {
  const before = process.cpuUsage()
  act()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

test('composes Vietnamese, and leaves what is composed as it is', () => {
  expect(composed('Nguyễn Thị Thuý'.normalize('NFD'))).toBe('Nguyễn Thị Thuý')
  expect(composed('Đắk Lắk')).toBe('Đắk Lắk')
})

test('H39: a megabyte of marks on one letter costs no more than a megabyte', () => {
  const marks = `a${'\u0301\u0323'.repeat(500_000)}`
  expect(cpuMilliseconds(() => composed(marks))).toBeLessThan(1_000)
  expect(composed(marks).length).toBeLessThan(10)
})
