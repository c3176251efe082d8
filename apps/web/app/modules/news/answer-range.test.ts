import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { answerRange, partOf } from './answer-range.server'

test.each([
  [null, undefined],
  ['bytes=0-1', { from: 0, to: 1 }],
  ['bytes=4-', { from: 4, to: 9 }],
  ['bytes=-3', { from: 7, to: 9 }],
  ['bytes=-99', { from: 0, to: 9 }],
  ['bytes=0-99', { from: 0, to: 9 }],
  ['bytes=10-', 'beyond'],
  ['bytes=-0', 'beyond'],
  ['bytes=5-2', undefined],
  ['bytes=0-1,4-5', undefined],
  ['bytes=-', undefined],
  ['items=0-1', undefined],
])('%s of ten bytes', (range, part) => {
  expect(partOf(range, 10)).toEqual(part)
})

const audio = () => ({
  body: Readable.from([Buffer.from('0123456789')]),
  contentType: 'audio/mpeg',
  size: 10,
  etag: '"a"',
})

test('the whole, a part, and what lies beyond the end', async () => {
  const whole = await answerRange(audio(), null)
  expect([whole.status, whole.headers.get('accept-ranges'), await whole.text()]).toEqual([200, 'bytes', '0123456789'])
  const part = await answerRange(audio(), 'bytes=2-4')
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([206, 'bytes 2-4/10', '234'])
  const beyond = await answerRange(audio(), 'bytes=10-')
  expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10'])
})
