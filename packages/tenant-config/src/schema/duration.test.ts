import { expect, test } from 'vitest'
import { durationForms, parseDuration } from './duration'

test.each([
  ['ngay', 0],
  ['8h', 480],
  ['8 giờ', 480],
  ['15 phút', 15],
  ['1 giờ 30 phút', 90],
  ['1h30m', 90],
  ['1 Ngày', 1440],
  ['2 tuần', 20160],
])('%s', (written, minutes) => expect(parseDuration(written)).toBe(minutes))

test.each(['', '8', 'giờ', '8 tiếng', '-1h', '1h 2h 3h 4h', '8h sau', '999999h'])('“%s” is refused', (written) =>
  expect(parseDuration(written)).toBeUndefined(),
)

test.each(durationForms)('“%s” is offered and understood', (form) => expect(parseDuration(form)).toBeDefined())
