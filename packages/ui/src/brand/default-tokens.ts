import { brandTheme } from '../brand-theme'
import { byMode } from './mode'
import { stateScheme } from './state-scheme'
import { themeCss } from './theme-css'

/** The text of tokens.css: states, and the vendor's own colours until a province's stylesheet replaces them. */
export function defaultTokens(): string {
  const states = themeCss('state-', byMode(stateScheme))
  return `/* Made by brand/write-tokens.ts; a test holds it to its source. */\n${brandTheme({ primary: '#1f3f66', accent: '#d9a521' }).css}\n${states}\n`
}
