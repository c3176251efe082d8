import { join } from 'node:path'
import { build } from 'vite'

/** Bundles a TypeScript entry into one plain file that `node` runs by itself, as the apps' builds do. */
export async function bundleEntry(entry: string, outDir: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: {
      target: 'node20',
      ssr: entry,
      outDir,
      emptyOutDir: false,
      minify: false,
      rollupOptions: { output: { entryFileNames: '[name].mjs' } },
    },
  })
  return join(outDir, entry.replace(/^.*\//, '').replace(/\.ts$/, '.mjs'))
}
