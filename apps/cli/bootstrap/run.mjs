import { spawn } from 'node:child_process'
import { root } from './project.mjs'

/**
 * Runs a program in the clone and waits for it.
 * @param {string} command @param {string[]} args
 * @param {{ quiet?: boolean, env?: Record<string, string> }} [options] quiet keeps its output back, unless it fails
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run(command, args, { quiet = false, env = {} } = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    }
    child.once('error', (error) => done({ code: 127, output: String(error) }))
    child.once('close', (code) => done({ code: code ?? 1, output }))
  })
}
