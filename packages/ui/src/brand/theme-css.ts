import type { ByMode } from './mode'

type Tokens = Record<string, string>

const declare = (prefix: string, tokens: Tokens) =>
  Object.entries(tokens)
    .map(([name, value]) => `--${prefix}${name}:${value}`)
    .join(';')

/**
 * Writes the four modes as custom properties. `data-theme` on html is light, dark, contrast or absent (follow the device);
 * a device that asks for more contrast always gets it. Print is always light.
 */
export function themeCss(prefix: string, modes: ByMode<Tokens>): string {
  const light = declare(prefix, modes.light)
  const dark = declare(prefix, modes.dark)
  const contrastLight = declare(prefix, modes.contrastLight)
  const contrastDark = declare(prefix, modes.contrastDark)
  const device = 'screen and (prefers-color-scheme:dark)'
  const more = 'screen and (prefers-contrast:more)'
  return [
    `:root{${light}}`,
    `@media ${device}{:root:not([data-theme=light]){${dark}}}`,
    `@media screen{:root[data-theme=dark]{${dark}}}`,
    `@media ${more}{:root{${contrastLight}}}`,
    `@media screen{:root[data-theme=contrast]{${contrastLight}}}`,
    `@media ${device}{:root[data-theme=contrast]{${contrastDark}}}`,
    `@media ${more} and (prefers-color-scheme:dark){:root:not([data-theme=light]){${contrastDark}}}`,
    `@media ${more}{:root[data-theme=dark]{${contrastDark}}}`,
  ].join('\n')
}
