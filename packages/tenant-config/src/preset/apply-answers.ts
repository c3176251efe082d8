import type { TenantConfiguration } from '../configuration'
import { parseTenantFile } from '../file/parse-tenant-file'
import { type AnswerFault, type AnswerValue, checkAnswer } from './check-answer'
import type { Answers, Preset } from './preset-schema'
import { setAt } from './set-at'
import { withoutLevel } from './without-level'

/** Answers that do not stand, by the key of their question. */
export class AnswersRefused extends Error {
  override readonly name = 'AnswersRefused'
  constructor(readonly faults: Readonly<Record<string, AnswerFault>>) {
    super(`answers refused: ${Object.keys(faults).join(', ')}`)
  }
}

/**
 * The configuration that answers make of a preset; what was not answered is as the preset answers it.
 * @throws AnswersRefused by question · ConfigurationError when they contradict one another
 */
export function applyAnswers(preset: Preset, answers: Answers): TenantConfiguration {
  const faults: Record<string, AnswerFault> = {}
  const values = new Map<string, AnswerValue>()
  for (const question of preset.questions) {
    const checked = checkAnswer(question, answers[question.key] ?? preset.answers[question.key])
    if ('fault' in checked) faults[question.key] = checked.fault
    else values.set(question.key, checked.value)
  }
  if (Object.keys(faults).length > 0) throw new AnswersRefused(faults)
  const written = write(preset, values)
  return parseTenantFile(JSON.stringify(written, null, 1), `${preset.key}.yaml`)
}

function write(preset: Preset, values: ReadonlyMap<string, AnswerValue>): unknown {
  let written: unknown = { domains: [], ...structuredClone(preset.configuration) }
  const levelsOut: { level: string; instead: string }[] = []
  for (const { key, set, options } of preset.questions) {
    const value = values.get(key)
    if (value === undefined) continue
    const chosen = options?.find((option) => option.value === value)
    for (const [path, given] of Object.entries({ ...set, ...chosen?.set })) setAt(written, path, filled(given, value))
    if (chosen?.without && chosen.instead) levelsOut.push({ level: chosen.without, instead: chosen.instead })
  }
  for (const { level, instead } of levelsOut) written = withoutLevel(written, level, instead)
  return written
}

/** What a `set` says, with the answer in its place. */
function filled(given: unknown, value: Exclude<AnswerValue, undefined>): unknown {
  if (given === '{{answer}}') return value
  if (typeof given === 'string') return given.replaceAll('{{answer}}', () => String(value))
  if (Array.isArray(given)) return given.map((entry) => filled(entry, value))
  if (given && typeof given === 'object') {
    return Object.fromEntries(Object.entries(given).map(([name, entry]) => [name, filled(entry, value)]))
  }
  return given
}
