import type { TransferStatus } from '@sotay/domain/transfers'
import { expect, test } from 'vitest'
import { wayOf } from './words'

const line = (status: TransferStatus) => ({ status, at: new Date(0), byName: null, note: null })
const states = (kind: 'permanent' | 'out' | 'in', ...done: TransferStatus[]) =>
  wayOf({ kind, status: done.at(-1)!, steps: done.map(line) }).map(({ labelKey, state }) => `${labelKey} ${state}`)

test('the way shows what is done, where it stands and what is to come', () => {
  expect(states('permanent', 'requested', 'confirmed')).toEqual([
    'steps.requested done',
    'steps.confirmed done',
    'steps.accepted now',
    'steps.decided ahead',
    'steps.effective ahead',
  ])
  expect(states('out', 'requested', 'confirmed', 'decided').at(-1)).toBe('steps.effective-out now')
  expect(states('in', 'confirmed')).toEqual(['steps.confirmed-in done', 'steps.effective-in now'])
})

test('nothing comes after what was turned down', () => {
  expect(states('permanent', 'requested', 'returned')).toEqual(['steps.requested done', 'steps.returned stopped'])
})
