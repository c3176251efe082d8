import { type Mode, reach, readableOn } from './mode'
import { oklchToHex } from './oklch'

/** Hue in degrees and chroma of each state's colour. Danger leans to plum, so that it is not the red of the brand. */
const states = {
  neutral: [80, 0.012],
  info: [250, 0.12],
  success: [150, 0.12],
  warning: [75, 0.12],
  danger: [5, 0.17],
  returned: [48, 0.13],
  done: [195, 0.1],
  withdrawn: [305, 0.12],
} as const

/** Foreground (text, icon, border) and ground of every state in one mode; independent of the province. */
export function stateScheme(mode: Mode): Record<string, string> {
  const tokens: Record<string, string> = {}
  for (const [name, [h, c]] of Object.entries(states)) {
    const page = [mode.surface, mode.raised, mode.sunken].map((l) => oklchToHex({ l, c: 0, h }))
    const ground = oklchToHex({ l: mode.tint, c: Math.min(c * 0.3, 0.035), h })
    tokens[`${name}-ground`] = ground
    tokens[name] = reach(
      { l: mode.towards < 0 ? 0.42 : 0.82, c, h },
      mode.towards,
      readableOn([...page, ground], mode.text),
    )
  }
  return tokens
}
