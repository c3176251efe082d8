import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import {
  appearanceAttributes,
  appearanceCookie,
  appearanceScript,
  changeAppearance,
  readAppearance,
  textSizes,
  themes,
} from './appearance'

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  return form
}

/** Runs the inline script as a browser would, against an `<html>` that records its attributes. */
function attributesSetFor(cookie: string): Record<string, string> {
  const set: Record<string, string> = {}
  const documentElement = {
    setAttribute: (name: string, value: string) => {
      set[name] = value
    },
    removeAttribute: (name: string) => {
      delete set[name]
    },
  }
  runInNewContext(appearanceScript, { document: { documentElement, cookie } })
  return set
}

test('every choice survives its cookie', () => {
  for (const textSize of textSizes) {
    for (const theme of themes) {
      const [pair] = appearanceCookie({ textSize, theme }, true).split(';')
      expect(readAppearance(`a=b; ${pair}; c=d`)).toEqual({ textSize, theme })
    }
  }
})

test.each([null, undefined, '', 'appearance=', 'appearance=999.pink', 'xappearance=200.dark'])(
  '%j gives the defaults',
  (cookies) => {
    expect(readAppearance(cookies)).toEqual({ textSize: '100', theme: 'auto' })
  },
)

test('a form changes what it names and keeps the rest', () => {
  const now = { textSize: '150', theme: 'dark' } as const
  expect(changeAppearance(now, formOf({ textSize: '200' }))).toEqual({ textSize: '200', theme: 'dark' })
  expect(changeAppearance(now, formOf({ theme: 'auto' }))).toEqual({ textSize: '150', theme: 'auto' })
  expect(changeAppearance(now, formOf({ textSize: '"><script>' }))).toEqual(now)
})

test('the cookie is of this device for a year, and secure where the page is', () => {
  const chosen = { textSize: '125', theme: 'light' } as const
  expect(appearanceCookie(chosen, false)).toBe('appearance=125.light; Path=/; Max-Age=31536000; SameSite=Lax')
  expect(appearanceCookie(chosen, true)).toMatch(/; Secure$/)
})

test('html carries only what differs from the default', () => {
  expect(appearanceAttributes({ textSize: '100', theme: 'auto' })).toEqual({})
  expect(appearanceAttributes({ textSize: '200', theme: 'contrast' })).toEqual({
    'data-text-size': '200',
    'data-theme': 'contrast',
  })
})

test('the inline script says the same as the server', () => {
  expect(attributesSetFor('')).toEqual({ 'data-js': '' })
  expect(attributesSetFor('sid=1; appearance=150.dark')).toEqual({
    'data-js': '',
    'data-text-size': '150',
    'data-theme': 'dark',
  })
  expect(attributesSetFor('appearance=125.auto')).toEqual({ 'data-js': '', 'data-text-size': '125' })
})
