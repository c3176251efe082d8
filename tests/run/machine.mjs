import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from '../../apps/cli/bootstrap/run.mjs'

/** Programs the tests call, and the Debian packages they come from. */
const programs = {
  chromium: 'chromium',
  psql: 'postgresql-client',
  pg_dump: 'postgresql-client',
  'espeak-ng': 'espeak-ng',
  caddy: 'caddy',
}

const present = (program) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

/** Installs what is missing, as root on Debian; elsewhere says plainly what to install. */
export async function readyMachine() {
  const missing = Object.keys(programs).filter((program) => !present(program))
  if (missing.length === 0) return
  const packages = [...new Set(missing.map((program) => programs[program]))]
  const debian = existsSync('/etc/debian_version') && process.getuid?.() === 0
  if (!debian) {
    console.log(`Thiếu ${missing.join(', ')}; trên Debian cài bằng: sudo apt-get install -y ${packages.join(' ')}`)
    return
  }
  console.log(`Đang cài ${packages.join(', ')}…`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update', '-q'], { quiet: true, env })
  const { code, output } = await run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], {
    quiet: true,
    env,
  })
  if (code !== 0)
    console.log(`Không cài được ${packages.join(', ')}:\n${output.trim().split('\n').slice(-5).join('\n')}`)
}
