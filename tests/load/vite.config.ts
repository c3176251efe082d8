import { join } from 'node:path'
import { defineConfig } from 'vite'

const entry = (name: string) => join(import.meta.dirname, `${name}.ts`)

/** Three programs: the runner, the handler to compare with, and the sender of requests. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    ssr: true,
    outDir: 'build',
    target: 'node20',
    rollupOptions: {
      input: { main: entry('main'), 'bare-handler': entry('bare-handler'), sender: entry('sender') },
      // All in one folder: the programs find one another beside themselves.
      output: { chunkFileNames: '[name]-[hash].js' },
    },
  },
  ssr: { noExternal: [/^@sotay\//], target: 'node' },
})
