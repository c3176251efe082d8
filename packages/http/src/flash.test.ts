import { expect, test } from 'vitest'
import { flashCookie, takeFlash } from './flash'

const taken = (cookies: string | null) => {
  const set: string[] = []
  return { message: takeFlash(cookies, (cookie) => void set.push(cookie)), set }
}

test('a confirmation is read once and its cookie ended', () => {
  const [pair] = flashCookie('news:flash.published').split(';')
  const { message, set } = taken(`a=b; ${pair}; c=d`)
  expect(message).toEqual({ key: 'news:flash.published', counts: {} })
  expect(set).toHaveLength(1)
  expect(set[0]).toContain('Max-Age=0')
})

test('a confirmation brings the numbers its words name', () => {
  const [pair] = flashCookie('members:flash.many.exempt', { count: 12, rest: 0 }).split(';')
  expect(taken(pair!).message).toEqual({ key: 'members:flash.many.exempt', counts: { count: 12, rest: 0 } })
})

test('a planted cookie says nothing and breaks nothing', () => {
  expect(taken('loi-nhan=%E0%A4%A').message).toBeNull()
  expect(taken(`loi-nhan=${encodeURIComponent('<script>')}`).message).toBeNull()
  expect(taken(`loi-nhan=${encodeURIComponent('news:flash.saved?count=gọi 0912')}`).message).toBeNull()
  expect(taken(null)).toEqual({ message: null, set: [] })
})
