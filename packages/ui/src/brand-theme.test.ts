import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BrandScheme, brandScheme } from './brand/brand-scheme'
import { defaultTokens } from './brand/default-tokens'
import { type ModeName, modes } from './brand/mode'
import { contrast, hexToOklch, oklchToHex } from './brand/oklch'
import { stateScheme } from './brand/state-scheme'
import { brandTheme } from './brand-theme'

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
const mode = fc.constantFrom(...(Object.keys(modes) as ModeName[]))
const grounds = ['surface', 'raised', 'sunken', 'tint'] as const

/** Every text on every ground it may stand on, and every edge that tells a control from the page. */
function shortfalls(scheme: BrandScheme, text: number, edge: number): string[] {
  const found: string[] = []
  const need = (front: keyof BrandScheme, back: keyof BrandScheme, ratio: number) => {
    const reached = contrast(scheme[front], scheme[back])
    if (reached < ratio) found.push(`${front} on ${back}: ${reached.toFixed(2)}`)
  }
  for (const ground of grounds) {
    for (const front of ['on-surface', 'muted', 'link'] as const) need(front, ground, text)
    for (const front of ['outline', 'border', 'action'] as const) need(front, ground, edge)
  }
  need('on-header', 'header', text)
  need('on-action', 'action', text)
  need('on-action', 'action-hover', text)
  need('header-mark', 'header', 3)
  return found
}

describe('contrast', () => {
  test('agrees with the published values of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
    expect(contrast('#ffd400', '#ffffff')).toBeLessThan(1.5)
  })

  test('OKLCH is a round trip for any colour', () => {
    fc.assert(
      fc.property(hex, (colour) => {
        expect(oklchToHex(hexToOklch(colour))).toBe(colour)
      }),
    )
  })
})

describe('brandTheme', () => {
  test('any two colours give AA on every pair in light and dark, and more in high contrast', () => {
    fc.assert(
      fc.property(hex, hex, mode, (primary, accent, name) => {
        const { text, edge } = modes[name]
        expect(shortfalls(brandScheme({ primary, accent }, modes[name]), text, edge)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('black, white, pure hues and yellow are no exception', () => {
    for (const primary of ['#000000', '#ffffff', '#ffff00', '#ff0000', '#00ff00', '#0000ff', '#808080']) {
      for (const name of Object.keys(modes) as ModeName[]) {
        const { text, edge } = modes[name]
        expect(shortfalls(brandScheme({ primary, accent: primary }, modes[name]), text, edge)).toEqual([])
      }
    }
  })

  test("the province's own red stays the header and the action of the light page", () => {
    const { css, themeColor, warnings } = brandTheme({ primary: '#c8102e', accent: '#ffd400' })
    expect(themeColor).toBe('#c8102e')
    expect(css).toContain('--brand-header:#c8102e;--brand-on-header:#ffffff')
    expect(css).toContain('--brand-action:#c8102e')
    expect(warnings).toEqual([])
  })

  test('yellow as the primary colour is warned of and never becomes text or an edge on white', () => {
    const { warnings } = brandTheme({ primary: '#ffd400', accent: '#ffe100' })
    const light = brandScheme({ primary: '#ffd400', accent: '#ffe100' }, modes.light)
    expect(warnings).toEqual(['brand.primaryTooLight', 'brand.accentTooClose'])
    expect(light['on-header']).not.toBe('#ffffff')
    expect(contrast(light.action, '#ffffff')).toBeGreaterThanOrEqual(3)
  })

  test('every mode is reachable by device and by choice, and print stays light', () => {
    const { css } = brandTheme({ primary: '#c8102e', accent: '#ffd400' })
    expect(css.match(/prefers-color-scheme:dark/g)).toHaveLength(3)
    expect(css).toContain(':root[data-theme=contrast]')
    for (const line of css.split('\n').slice(1)) expect(line).toMatch(/^@media screen/)
  })

  test.each(['red', '#fff', '#12345g', ''])('refuses %j', (primary) => {
    expect(() => brandTheme({ primary, accent: '#ffd400' })).toThrow(RangeError)
  })
})

test.each(Object.entries(modes))('states can be read on their ground and on the page: %s', (_name, shown) => {
  const states = stateScheme(shown)
  const page = brandScheme({ primary: '#c8102e', accent: '#ffd400' }, shown)
  for (const name of Object.keys(states).filter((key) => !key.endsWith('-ground'))) {
    for (const ground of [states[`${name}-ground`], page.surface, page.raised]) {
      expect(contrast(states[name] ?? '', ground ?? ''), name).toBeGreaterThanOrEqual(shown.text)
    }
  }
})

test('tokens.css is what its source makes', () => {
  expect(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')).toBe(defaultTokens())
})
