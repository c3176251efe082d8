import type { Clock } from '@sotay/kernel'

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  set(to: Date): void
  advance(minutes: number): void
}

/** @param start where it stands; a working Thursday morning in Việt Nam when absent */
export function testClock(start = new Date('2024-01-11T03:00:00Z')): TestClock {
  let at = start.getTime()
  return {
    now: () => new Date(at),
    set: (to) => {
      at = to.getTime()
    },
    advance: (minutes) => {
      at += minutes * 60_000
    },
  }
}
