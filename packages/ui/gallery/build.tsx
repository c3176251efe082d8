import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import tailwind from '@tailwindcss/vite'
import { renderToString } from 'react-dom/server'
import { build } from 'vite'
import { appearanceScript } from '../src/appearance'
import { brandTheme } from '../src/brand-theme'
import { Gallery } from './page'

// Every component on one page, to be looked at: `npm run gallery -w packages/ui`, then open build/gallery/index.html
// through any file server. `?` of colours: edit the brand below.
const out = fileURLToPath(new URL('../build/gallery/', import.meta.url))
const brand = brandTheme({ primary: '#c8102e', accent: '#ffd400' })

await build({
  configFile: false,
  base: './',
  logLevel: 'warn',
  plugins: [tailwind()],
  build: {
    outDir: out,
    emptyOutDir: true,
    rollupOptions: {
      input: fileURLToPath(new URL('./client.tsx', import.meta.url)),
      output: { entryFileNames: 'client.js', assetFileNames: '[name][extname]', chunkFileNames: '[name].js' },
    },
  },
})

const emblem =
  '<circle cx="22" cy="22" r="21" fill="#ffd400"/><path d="M22 8l4 10h10l-8 7 3 10-9-6-9 6 3-10-8-7h10z" fill="#c8102e"/>'
const rings = [190, 150, 112, 70, 30].map((r) => `<circle cx="200" cy="200" r="${r}"/>`).join('')
mkdirSync(out, { recursive: true })
writeFileSync(`${out}emblem.svg`, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 44 44">${emblem}</svg>`)
writeFileSync(
  `${out}ground.svg`,
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" fill="none" stroke="#ffd400" stroke-width="12">${rings}</svg>`,
)
writeFileSync(
  `${out}index.html`,
  `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Bộ giao diện</title><script>${appearanceScript}</script><link rel="stylesheet" href="client.css">
<style>${brand.css}</style></head><body><div id="root">${renderToString(<Gallery />)}</div>
<script type="module" src="client.js"></script></body></html>`,
)
