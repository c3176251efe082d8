import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { texts } from '../shell/texts.server'
import { redirectWithFlash, sayFlash } from './flash.server'

/** What the page says that a redirect leads to. */
function said(key: string, counts?: Record<string, number>): string | null {
  const [cookie] = redirectWithFlash('/', key, counts).headers.get('Set-Cookie')!.split(';')
  return sayFlash(cookie!, () => {})
}

test('an act on many says how many, and how many it passed over', () => {
  expect(said('members:flash.many.exempt', { count: 12, rest: 0 })).toMatch(/^Đã miễn sinh hoạt 12 đồng chí\./)
  expect(said('accounts:flash.approved', { count: 3, rest: 2 })).toBe(
    'Đã phê duyệt 3 tài khoản. 2 đăng ký đã được người khác xử lý trước.',
  )
})

test('a key without words says nothing', () => {
  expect(said('members:flash.no-such-words')).toBeNull()
})

test('every confirmation that a page names has its words', () => {
  const modules = join(import.meta.dirname, '../modules')
  const files = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  const named = files.flatMap((file) => [
    ...readFileSync(join(modules, file), 'utf8').matchAll(/'([a-z-]+:flash\.[a-zA-Z.-]+)'/g),
  ])
  const keys = [...new Set(named.map(([, key]) => key!))]
  expect(keys.length).toBeGreaterThan(20)
  expect(keys.filter((key) => !texts.exists(key, { count: 2 }))).toEqual([])
})
