import { expect, test } from 'vitest'
import { daysBefore } from './timeline'

test('seven weeks before the day, and the ends of the months before those', () => {
  const points = daysBefore('2024-03-15')
  expect(points.slice(-3)).toEqual(['2024-02-23', '2024-03-01', '2024-03-08'])
  expect(points.slice(0, 3)).toEqual(['2023-03-31', '2023-04-30', '2023-05-31'])
  expect(points).not.toContain('2024-02-29')
  expect(new Set(points).size).toBe(points.length)
})
