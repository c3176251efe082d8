import { addMonths } from '@sotay/kernel'
import { expect, test } from 'vitest'

test.each([
  ['2024-01-31', 1, '2024-02-29'],
  ['2023-01-31', 1, '2023-02-28'],
  ['2024-11-15', 3, '2025-02-15'],
  ['2024-12-31', 12, '2025-12-31'],
])('%s and %i months is %s', (day, months, later) => {
  expect(addMonths(day, months)).toBe(later)
})
