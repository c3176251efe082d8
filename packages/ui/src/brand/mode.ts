import { contrast, type Oklch, oklchToHex } from './oklch'

/** One way of showing the site. `towards` is the direction of lightness in which contrast to the page grows. */
export interface Mode {
  surface: number
  raised: number
  sunken: number
  tint: number
  towards: -1 | 1
  /** Least contrast of text and of controls' edges: WCAG 1.4.3 / 1.4.11, or 1.4.6 in high contrast. */
  text: number
  edge: number
}

export const modes = {
  light: { surface: 0.985, raised: 1, sunken: 0.958, tint: 0.955, towards: -1, text: 4.5, edge: 3 },
  dark: { surface: 0.19, raised: 0.235, sunken: 0.155, tint: 0.28, towards: 1, text: 4.5, edge: 3 },
  contrastLight: { surface: 1, raised: 1, sunken: 0.97, tint: 0.96, towards: -1, text: 7, edge: 4.5 },
  contrastDark: { surface: 0, raised: 0, sunken: 0.14, tint: 0.2, towards: 1, text: 7, edge: 4.5 },
} as const satisfies Record<string, Mode>

export type ModeName = keyof typeof modes
export type ByMode<T> = Record<ModeName, T>

export function byMode<T>(make: (mode: Mode) => T): ByMode<T> {
  return {
    light: make(modes.light),
    dark: make(modes.dark),
    contrastLight: make(modes.contrastLight),
    contrastDark: make(modes.contrastDark),
  }
}

/** Moves lightness from `from` in steps until the colour is accepted; black or white is the end of the road. */
export function reach(from: Oklch, towards: -1 | 1, accepted: (hex: string) => boolean): string {
  for (let l = from.l; l > 0 && l < 1; l += towards * 0.005) {
    const hex = oklchToHex({ ...from, l })
    if (accepted(hex)) return hex
  }
  return towards < 0 ? '#000000' : '#ffffff'
}

export const readableOn =
  (backgrounds: readonly string[], ratio: number) =>
  (hex: string): boolean =>
    backgrounds.every((background) => contrast(hex, background) >= ratio)

/** The text colour for a filled area: white where it can be read, else ink, else black. */
export function textOn(background: string, ratio: number): string | undefined {
  return ['#ffffff', '#1c1614', '#000000'].find((text) => contrast(text, background) >= ratio)
}
