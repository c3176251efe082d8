import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    ssr: true,
    outDir: 'build',
    target: 'node20',
    sourcemap: true,
    rollupOptions: { input: { main: 'src/main.ts', 'object-store': 'src/object-store.ts' } },
  },
  ssr: { noExternal: [/^@sotay\//], target: 'node' },
})
