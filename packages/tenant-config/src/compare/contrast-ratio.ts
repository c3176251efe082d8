/** WCAG 2.2, success criterion 1.4.3: normal text, level AA. */
export const leastContrast = 4.5

/**
 * WCAG contrast of two colours.
 * @param hexA `#rrggbb`
 * @returns 1 (same) to 21 (black on white), whichever order
 */
export function contrastRatio(hexA: string, hexB: string): number {
  const [light, dark] = [luminance(hexA), luminance(hexB)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(hex: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
