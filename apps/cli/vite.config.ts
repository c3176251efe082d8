import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const source = (file: string): string => fileURLToPath(new URL(`./src/${file}`, import.meta.url))

export default defineConfig({
  build: {
    ssr: true,
    outDir: 'build',
    target: 'node20',
    sourcemap: true,
    rollupOptions: { input: { main: source('main.ts'), 'object-store': source('object-store.ts') } },
  },
  ssr: { noExternal: [/^@sotay\//], target: 'node' },
})
