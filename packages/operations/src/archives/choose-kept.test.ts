import { expect, test } from 'vitest'
import { chooseKept } from './choose-kept'

const ZONE = 'Asia/Ho_Chi_Minh'
// One archive a night for 120 nights, the newest last; 18:00 UTC is the next day in Việt Nam.
const nights = Array.from({ length: 120 }, (_, n) => ({
  id: `đêm-${n}`,
  finishedAt: new Date(Date.UTC(2024, 0, 1 + n, 18)),
}))

test('the newest of each day, week and month is kept, and nothing twice', () => {
  const kept = chooseKept(nights, { daily: 7, weekly: 4, monthly: 3 }, ZONE)
  expect([...kept].filter((id) => Number(id.slice(4)) > 112)).toHaveLength(7)
  expect(kept.size).toBeLessThanOrEqual(14)
  // 31/3/2024 in Việt Nam is the night of the 30th.
  expect(kept.has('đêm-89')).toBe(true)
  expect(kept.has('đêm-0')).toBe(false)
})

test('several of one day count as one day', () => {
  const twice = nights.flatMap(({ id, finishedAt }) => [
    { id: `${id}-sớm`, finishedAt: new Date(finishedAt.getTime() - 3_600_000) },
    { id, finishedAt },
  ])
  const kept = chooseKept(twice, { daily: 2, weekly: 0, monthly: 0 }, ZONE)
  expect([...kept]).toEqual(['đêm-119', 'đêm-118'])
})
