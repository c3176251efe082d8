import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const WORTH_IT = new Set(['.js', '.css', '.svg', '.json'])

/** Writes `.br` and `.gz` beside the browser build's files, once, so that no request compresses anything. */
export const compressAssets = (): Plugin => ({
  name: 'sotay:compress-assets',
  apply: (config, { command }) => command === 'build' && !config.build?.ssr,
  writeBundle({ dir }) {
    for (const name of readdirSync(dir!, { recursive: true, encoding: 'utf8' })) {
      if (!WORTH_IT.has(extname(name))) continue
      const body = readFileSync(join(dir!, name))
      const brotli = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } })
      writeFileSync(join(dir!, `${name}.br`), brotli)
      writeFileSync(join(dir!, `${name}.gz`), gzipSync(body, { level: 9 }))
    }
  },
})
