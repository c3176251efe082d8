import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../apps/cli/bootstrap/project.mjs'
import { playwrightCount, vitestCount } from './step.mjs'

const bin = (name) => join(root, 'node_modules/.bin', name)
const vitest = (name, paths) => ({ name, command: bin('vitest'), args: ['run', ...paths], count: vitestCount })
const holds = (folder, ending) =>
  existsSync(join(root, folder)) &&
  readdirSync(join(root, folder), { recursive: true }).some((file) => String(file).endsWith(ending))

/** What `npm test` runs. */
export const testSteps = () => [
  [
    ...['.', 'apps/web', 'apps/console'].map((folder) => ({
      name: `types in ${folder}`,
      command: bin('tsc'),
      args: ['--noEmit', '-p', folder],
    })),
    { name: 'lint', command: bin('biome'), args: ['check', '--error-on-warnings', '.'] },
    {
      name: 'import rules',
      command: bin('depcruise'),
      args: ['--config', '.dependency-cruiser.cjs', 'apps', 'packages', 'tests'],
    },
  ],
  {
    name: 'builds',
    command: bin('turbo'),
    args: ['run', 'build', '--output-logs=errors-only'],
    env: { TURBO_TELEMETRY_DISABLED: '1' },
  },
  vitest('unit and database', ['packages', 'apps']),
  // One run: the servers start once, and both cores have work to the end.
  vitest('architecture, isolation, hostile, s3, infra', ['tests/']),
  ...(holds('tests/e2e', '.spec.ts')
    ? [
        {
          name: 'end to end',
          command: bin('playwright'),
          args: ['test', '--config=tests/e2e', '--reporter=line'],
          count: playwrightCount,
        },
      ]
    : []),
]

/** What `npm run verify` adds. */
export const verifySteps = () => [
  { name: 'unused code', command: bin('knip'), args: ['--no-progress'] },
  { name: 'whole clone', command: 'node', args: ['tests/run/whole-clone.mjs'] },
]
