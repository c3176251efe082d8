import { parseCadence } from '../cadence/parse-cadence'
import type { PresetQuestion } from './preset-schema'

/** What an answer is as data. A question left out that may be is nothing. */
export type AnswerValue = string | number | string[] | undefined

export type AnswerFault = 'needed' | 'choice' | 'long' | 'number' | 'date' | 'cadence' | 'pattern'

/** @returns the value, or what is wrong with the answer as typed */
export function checkAnswer(
  question: PresetQuestion,
  typed: string | undefined,
): { value: AnswerValue } | { fault: AnswerFault } {
  const text = (typed ?? '').normalize('NFC').trim()
  if (text === '') return question.optional ? { value: undefined } : { fault: 'needed' }
  const { kind, most = 2000, least = 0 } = question
  if (kind === 'choice') {
    return question.options?.some(({ value }) => value === text) ? { value: text } : { fault: 'choice' }
  }
  if (kind === 'number') {
    const value = Number(text.replace(',', '.'))
    return Number.isFinite(value) && value >= least && value <= most ? { value } : { fault: 'number' }
  }
  if (kind === 'list') {
    const lines = [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean)
    return lines.length <= 50 && lines.every((line) => fits(question, line)) ? { value: lines } : { fault: 'pattern' }
  }
  if (text.length > most) return { fault: 'long' }
  if (kind === 'date') return isDate(text) ? { value: text } : { fault: 'date' }
  if (kind === 'cadence') return parseCadence(text) ? { value: text } : { fault: 'cadence' }
  return fits(question, text) ? { value: text } : { fault: 'pattern' }
}

const fits = ({ pattern }: PresetQuestion, text: string): boolean =>
  text.length <= 300 && (!pattern || new RegExp(pattern, 'u').test(text))

const isDate = (text: string): boolean => {
  const at = Date.parse(`${text}T00:00:00Z`)
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}
