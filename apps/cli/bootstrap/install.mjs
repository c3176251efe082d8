import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.mjs'
import { run } from './run.mjs'

const stamp = join(root, 'node_modules/.sotay-installed')

/** Installs the packages when node_modules is missing or stands for another lockfile. Exits 1 with a sentence when it fails. */
export async function install() {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const wanted = createHash('sha256').update(text).digest('hex')
  if (read(stamp) === wanted) return
  if (!matches(JSON.parse(text))) {
    console.log('Đang cài các gói phần mềm…')
    const { code, output } = await run('npm', ['ci', '--no-audit', '--no-fund'], { quiet: true })
    if (code !== 0) {
      console.error(output.trim().split('\n').slice(-12).join('\n'))
      console.error('Không cài được các gói phần mềm. Kiểm tra mạng và dung lượng đĩa rồi chạy lại.')
      process.exit(1)
    }
  }
  writeFileSync(stamp, wanted)
}

/** True when what npm noted of its last installation is what the lockfile asks for. */
function matches(lock) {
  const noted = read(join(root, 'node_modules/.package-lock.json'))
  if (!noted) return false
  const present = JSON.parse(noted).packages
  return Object.entries(lock.packages).every(
    ([path, { version, link, optional, peer }]) =>
      !path.includes('node_modules/') ||
      link ||
      optional ||
      (peer && !present[path]) ||
      present[path]?.version === version,
  )
}

function read(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
