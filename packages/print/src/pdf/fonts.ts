import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

export interface Fonts {
  regular: Buffer
  bold: Buffer
  italic: Buffer
}

// Resolved where the code runs, so that a built server finds them beside its other packages.
const fontFile = (face: string) =>
  readFile(createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-serif/${face}/NotoSerif_${face}.ttf`))

let loading: Promise<Fonts> | undefined

/** Noto Serif, which holds every Vietnamese letter; read once per process. */
export const loadFonts = (): Promise<Fonts> => {
  loading ??= Promise.all([fontFile('400Regular'), fontFile('700Bold'), fontFile('400Regular_Italic')]).then(
    ([regular, bold, italic]) => ({ regular, bold, italic }),
  )
  return loading
}
