import { stripVTControlCharacters } from 'node:util'
import { run } from '../../apps/cli/bootstrap/run.mjs'

/**
 * One step of a check. A step that is not a test run counts as one; a test run counts its tests.
 * @typedef {{ name: string, command: string, args: string[], count?: (output: string) => { passed: number, failed: number }, env?: Record<string, string> }} Step
 */

/**
 * Runs every step, whatever the ones before it came to, and prints the sum as the last line.
 * @param {Step[]} steps
 * @returns {Promise<never>} ends the process: 0 when nothing failed
 */
export async function runSteps(steps) {
  let [passed, failed] = [0, 0]
  const broken = []
  for (const { name, command, args, count, env } of steps) {
    console.log(`\n── ${name}`)
    const started = Date.now()
    const { code, output } = await run(command, args, { quiet: true, env })
    const counted = count?.(output) ?? { passed: 0, failed: 0 }
    // A run that fails without a failed test failed as a whole: it did not start, or a suite did not load.
    if (code !== 0 && counted.failed === 0) counted.failed = 1
    if (code === 0 && counted.passed === 0) counted.passed = 1
    if (code !== 0) {
      console.log(output.trimEnd().split('\n').slice(-200).join('\n'))
      broken.push(name)
    }
    passed += counted.passed
    failed += counted.failed
    console.log(
      `   ${counted.passed} passed, ${counted.failed} failed (${Math.round((Date.now() - started) / 1000)} s)`,
    )
  }
  if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed > 0 ? 1 : 0)
}

const plain = (text) => stripVTControlCharacters(text)
const figure = (text, pattern) => Number(pattern.exec(text)?.[1] ?? 0)

/** Vitest's “Tests  1 failed | 36 passed (37)”. */
export function vitestCount(output) {
  const line =
    plain(output)
      .split('\n')
      .findLast((text) => /^\s*Tests\s/.test(text)) ?? ''
  return { passed: figure(line, /(\d+) passed/), failed: figure(line, /(\d+) failed/) }
}

/** Playwright's closing “12 passed (30s)” and “1 failed”. */
export function playwrightCount(output) {
  const tail = plain(output).split('\n').slice(-40).join('\n')
  const failed = figure(tail, /^\s*(\d+) failed/m) + figure(tail, /^\s*(\d+) did not run/m)
  return { passed: figure(tail, /^\s*(\d+) passed/m), failed }
}
