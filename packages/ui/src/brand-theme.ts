import { brandScheme } from './brand/brand-scheme'
import { byMode, modes } from './brand/mode'
import { contrast } from './brand/oklch'
import { themeCss } from './brand/theme-css'

export interface BrandTheme {
  /** Custom properties `--brand-*` for every mode, to be served as a stylesheet of the province. */
  css: string
  /** For `<meta name="theme-color">` and the web manifest. */
  themeColor: string
  /** Keys in the namespace `ui`, to be shown to who chooses the colours. */
  warnings: string[]
}

/**
 * Derives a province's colours from its two, with contrast computed. Pure: call it when configuration is loaded.
 * @param colours primary and accent as `#rrggbb`
 * @throws RangeError when a colour has another form
 */
export function brandTheme(colours: { primary: string; accent: string }): BrandTheme {
  const schemes = byMode((mode) => brandScheme(colours, mode))
  const raw = (scheme: Record<string, string>) => ({ primary: colours.primary, accent: colours.accent, ...scheme })
  const warnings: string[] = []
  if (contrast(colours.primary, '#ffffff') < modes.light.edge) warnings.push('brand.primaryTooLight')
  if (contrast(colours.primary, colours.accent) < modes.light.edge) warnings.push('brand.accentTooClose')
  return {
    css: themeCss('brand-', {
      light: raw(schemes.light),
      dark: schemes.dark,
      contrastLight: schemes.contrastLight,
      contrastDark: schemes.contrastDark,
    }),
    themeColor: schemes.light.header,
    warnings,
  }
}
