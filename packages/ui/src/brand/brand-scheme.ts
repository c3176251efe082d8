import { type Mode, reach, readableOn, textOn } from './mode'
import { contrast, hexToOklch, type Oklch, oklchToHex } from './oklch'

export type BrandScheme = ReturnType<typeof brandScheme>

const linkHue = 255

/**
 * Derives one mode's tokens. The primary colour is kept for header, chosen edges and the one primary action;
 * links are blue everywhere, so that red is never spent on ordinary text.
 */
export function brandScheme(colours: { primary: string; accent: string }, mode: Mode) {
  const primary = hexToOklch(colours.primary)
  const accent = hexToOklch(colours.accent)
  const paper = (l: number) => oklchToHex({ l, c: Math.min(accent.c, mode.text > 4.5 ? 0 : 0.005), h: accent.h })
  const surface = paper(mode.surface)
  const raised = paper(mode.raised)
  const sunken = paper(mode.sunken)
  const tint = oklchToHex({ l: mode.tint, c: Math.min(primary.c, 0.022), h: primary.h })
  const grounds = [surface, raised, sunken, tint]

  const start = (light: number, dark: number) => (mode.towards < 0 ? light : dark)
  const text = (l: number, c: number, h: number, ratio = mode.text) =>
    reach({ l, c, h }, mode.towards, readableOn(grounds, ratio))
  const ink = text(start(0.24, 0.94), 0.008, accent.h, 7)
  const outline = text(start(0.6, 0.58), 0.01, accent.h, mode.edge)

  const filled = (from: Oklch, towards: -1 | 1, edge: number) =>
    reach(from, towards, (hex) => readableOn(grounds, edge)(hex) && textOn(hex, mode.text) !== undefined)
  const action = filled(primary, mode.towards, mode.edge)
  const onAction = textOn(action, mode.text) ?? '#000000'
  const headerFrom = { ...primary, l: mode.towards < 0 ? primary.l : Math.min(primary.l, 0.36) }
  const header = filled(headerFrom, -1, 1)
  const onHeader = textOn(header, mode.text) ?? '#ffffff'

  return {
    surface,
    raised,
    sunken,
    tint,
    'on-surface': ink,
    muted: text(start(0.47, 0.74), 0.012, accent.h),
    link: text(start(0.43, 0.78), 0.13, linkHue),
    line: mode.text > 4.5 ? outline : oklchToHex({ l: start(0.9, 0.33), c: 0.008, h: accent.h }),
    outline,
    border: text(primary.l, primary.c, primary.h, mode.edge),
    header,
    'on-header': onHeader,
    'ground-filter': onHeader === '#ffffff' ? 'brightness(0)' : 'brightness(0) invert(1)',
    'header-mark': reach(accent, onHeader === '#ffffff' ? 1 : -1, readableOn([header], 3)),
    action,
    'on-action': onAction,
    'action-hover': hoverOf(action, onAction, mode.text),
  }
}

/** A filled control under the pointer moves away from its text, so that its text only gains contrast. */
function hoverOf(action: string, onAction: string, ratio: number): string {
  const colour = hexToOklch(action)
  const hover = oklchToHex({ ...colour, l: colour.l + (onAction === '#ffffff' ? -0.06 : 0.05) })
  return contrast(hover, onAction) >= ratio ? hover : action
}
