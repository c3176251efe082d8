import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const entry = 'virtual:entry'
const index = fileURLToPath(new URL('./index.ts', import.meta.url))

test('a browser takes from this package only what it uses: no YAML, no schema, no Node', async () => {
  const { build } = await import('vite')
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, rollupOptions: { input: entry, output: { format: 'es' } } },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) =>
          id === entry
            ? `import { contrastRatio, describeCadence, inForce } from ${JSON.stringify(index)}
               console.log(contrastRatio, describeCadence, inForce)`
            : undefined,
      },
    ],
  })
  const output = 'output' in result ? result.output : []
  const parts = output
    .flatMap((file) => (file.type === 'chunk' ? Object.entries(file.modules) : []))
    .filter(([, part]) => part.renderedLength > 0)
  const files = parts.map(([file]) => file.replace(/^.*\/packages\/tenant-config\/src\//, '')).sort()
  expect(files).toEqual([
    'cadence/describe-cadence.ts',
    'cadence/phrases.ts',
    'compare/contrast-ratio.ts',
    'in-force.ts',
    entry,
    'write/write-phrases.ts',
  ])
})
