import { availableParallelism } from 'node:os'
import { stripVTControlCharacters } from 'node:util'
import { run } from '../../apps/cli/bootstrap/run.mjs'

/**
 * One step of a check. A step that is not a test run counts as one; a test run counts its tests.
 * @typedef {{ name: string, command: string, args: string[], count?: (output: string) => { passed: number, failed: number }, env?: Record<string, string> }} Step
 */

/**
 * Runs every step, whatever the ones before it came to, and prints the sum as the last line.
 * @param {(Step | Step[])[]} steps those in a list of their own need nothing of one another and run as many at once as there are cores
 * @returns {Promise<never>} ends the process: 0 when nothing failed
 */
export async function runSteps(steps) {
  let [passed, failed] = [0, 0]
  const broken = []
  for (const entry of steps) {
    for (const outcome of await runTogether([entry].flat())) {
      passed += outcome.passed
      failed += outcome.failed
      if (outcome.failed > 0) broken.push(outcome.name)
    }
  }
  if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`)
  console.log(`${passed} passed, ${failed} failed`)
  process.exit(failed > 0 ? 1 : 0)
}

/** @param {Step[]} steps */
async function runTogether(steps) {
  const waiting = [...steps]
  const outcomes = []
  const next = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(await runStep(step))
  }
  await Promise.all(Array.from({ length: Math.min(steps.length, availableParallelism()) }, next))
  return outcomes
}

/** @param {Step} step */
async function runStep({ name, command, args, count, env }) {
  const started = Date.now()
  const { code, output } = await run(command, args, { quiet: true, env })
  const { passed, failed } = { passed: 0, failed: 0, ...count?.(output) }
  const outcome = {
    name,
    passed: code === 0 && passed === 0 ? 1 : passed,
    // A run that fails without a failed test failed as a whole: it did not start, or a suite did not load.
    failed: code !== 0 && failed === 0 ? 1 : failed,
  }
  console.log(`\n── ${name}`)
  if (code !== 0) console.log(output.trimEnd().split('\n').slice(-200).join('\n'))
  const seconds = Math.round((Date.now() - started) / 1000)
  console.log(`   ${outcome.passed} passed, ${outcome.failed} failed (${seconds} s)`)
  return outcome
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
