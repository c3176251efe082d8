export const textSizes = ['100', '125', '150', '200'] as const
export const themes = ['auto', 'light', 'dark', 'contrast'] as const

/** How this device shows the site; kept in a cookie of the device, never in the account. */
export interface Appearance {
  textSize: (typeof textSizes)[number]
  theme: (typeof themes)[number]
}

const cookieName = 'appearance'
const oneYear = 31_536_000

function accept(textSize: unknown, theme: unknown, otherwise: Appearance): Appearance {
  return {
    textSize: textSizes.find((known) => known === textSize) ?? otherwise.textSize,
    theme: themes.find((known) => known === theme) ?? otherwise.theme,
  }
}

/** @param cookies the Cookie header, or document.cookie; what is not understood gives the defaults */
export function readAppearance(cookies: string | null | undefined): Appearance {
  const [, textSize, theme] = /(?:^|; )appearance=(\d+)\.(\w+)/.exec(cookies ?? '') ?? []
  return accept(textSize, theme, { textSize: '100', theme: 'auto' })
}

/** What a form of TextSizeControl or ThemeControl asks for, over what the device has now. */
export function changeAppearance(now: Appearance, form: FormData): Appearance {
  return accept(form.get('textSize'), form.get('theme'), now)
}

/** The Set-Cookie value. A script may read it: it holds nothing about a person. */
export function appearanceCookie({ textSize, theme }: Appearance, secure: boolean): string {
  return `${cookieName}=${textSize}.${theme}; Path=/; Max-Age=${oneYear}; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** Attributes for `<html>`, so that the first paint is right without a script. */
export function appearanceAttributes({ textSize, theme }: Appearance) {
  return {
    'data-text-size': textSize === '100' ? undefined : textSize,
    'data-theme': theme === 'auto' ? undefined : theme,
  }
}

/**
 * For an inline script with the page's nonce, in head before the stylesheets: marks that scripts run, and
 * gives pages kept for offline use the device's present choice. `<html>` needs `suppressHydrationWarning`.
 */
export const appearanceScript =
  "(function(){var d=document.documentElement,m=/(?:^|; )appearance=(\\d+)\\.(\\w+)/.exec(document.cookie);d.setAttribute('data-js','');" +
  "if(m){d.setAttribute('data-text-size',m[1]);if(m[2]!=='auto')d.setAttribute('data-theme',m[2]);else d.removeAttribute('data-theme')}})()"
