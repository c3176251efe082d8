import { expect, test } from 'vitest'
import type { NewsDeadline } from '../schema/newsroom'
import { exampleCalendar, zone } from './example-calendar'
import { instantOf } from './local-date'
import { deadlineFor } from './news-deadline'

const deadlines: NewsDeadline[] = [
  { when: 'working-hours', within: 480 },
  { when: 'out-of-hours', within: 600 },
  { when: 'provincial-document-issued', within: 0 },
  { when: 'central-document-received', within: 0, until: '2024-06-30' },
]
const at = (date: string, time: string) => instantOf(date, time, zone)
const calendar = exampleCalendar()
const hours = (endedAt: Date, startedAt?: Date) => {
  const found = deadlineFor({ endedAt, startedAt }, deadlines, calendar)
  return found && (found.dueAt.getTime() - endedAt.getTime()) / 3_600_000
}

test('8 hours in office hours, 10 outside them, on days off and in Tết (QN 12.1)', () => {
  expect(hours(at('2024-01-11', '10:00'))).toBe(8)
  expect(hours(at('2024-01-11', '17:00'))).toBe(8)
  expect(hours(at('2024-01-11', '19:30'))).toBe(10)
  expect(hours(at('2024-01-13', '10:00'))).toBe(10)
  expect(hours(at('2024-02-12', '10:00'))).toBe(10)
  expect(hours(at('2024-05-04', '10:00'))).toBe(8)
})

test('an event that began in office hours counts as held in them', () => {
  expect(hours(at('2024-01-11', '18:00'), at('2024-01-11', '14:00'))).toBe(8)
})

test('documents are published at once (QN 12.2), while the rule is in force', () => {
  const issued = at('2024-01-11', '20:00')
  expect(deadlineFor({ kind: 'provincial-document-issued', at: issued }, deadlines, calendar)?.dueAt).toEqual(issued)
  const late = { kind: 'central-document-received' as const, at: at('2024-07-01', '09:00') }
  expect(deadlineFor(late, deadlines, calendar)).toBeUndefined()
})

test('no rule, no deadline', () => {
  expect(deadlineFor({ endedAt: at('2024-01-11', '10:00') }, [], calendar)).toBeUndefined()
})
