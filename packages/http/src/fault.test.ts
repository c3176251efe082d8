import { expect, test } from 'vitest'
import { faultOf } from './fault'

test('a fault names kind, code and place, and quotes nothing of what was typed', () => {
  const inner = Object.assign(new Error('Key (card_number)=(45.012345) exists'), { code: '23505' })
  const fault = faultOf(new Error('Failed query: select 1\nparams: 45.012345', { cause: inner }))
  expect(fault.state).toBe('23505')
  expect(fault.frames?.length).toBeGreaterThan(0)
  expect(JSON.stringify(fault)).not.toContain('45.012345')
})
