import { expect, test } from 'vitest'
import { flashCookie, takeFlash } from './flash'

const taken = (cookies: string | null) => {
  const set: string[] = []
  return { key: takeFlash(cookies, (cookie) => void set.push(cookie)), set }
}

test('a confirmation is read once and its cookie ended', () => {
  const [pair] = flashCookie('news:flash.published').split(';')
  const { key, set } = taken(`a=b; ${pair}; c=d`)
  expect(key).toBe('news:flash.published')
  expect(set).toHaveLength(1)
  expect(set[0]).toContain('Max-Age=0')
})

test('a planted cookie says nothing and breaks nothing', () => {
  expect(taken('loi-nhan=%E0%A4%A').key).toBeNull()
  expect(taken(`loi-nhan=${encodeURIComponent('<script>')}`).key).toBeNull()
  expect(taken(null)).toEqual({ key: null, set: [] })
})
