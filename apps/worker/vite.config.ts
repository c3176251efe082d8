import { defineConfig } from 'vite'

export default defineConfig({
  build: { ssr: 'src/main.ts', outDir: 'build', target: 'node20', sourcemap: true },
  ssr: { noExternal: [/^@sotay\//], target: 'node' },
})
