import * as z from 'zod'
import { unknownWord } from '../file/describe-zod-issue'
import { parseWith } from '../file/parse-with'
import { type Answers, type Preset, type PresetQuestion, presetSchema, questionsSchema } from './preset-schema'

/** Reads the questions that presets ask. @throws ConfigurationError */
export function parseQuestions(text: string, fileName: string): Map<string, PresetQuestion> {
  const read = parseWith(questionsSchema, text, fileName)
  return new Map(Object.entries(read).map(([key, question]) => [key, { ...question, key }]))
}

/** Reads a preset. @throws ConfigurationError, also for a question that does not exist */
export function parsePreset(text: string, fileName: string, questions: ReadonlyMap<string, PresetQuestion>): Preset {
  const { asks, ...preset } = parseWith(presetSchema, text, fileName, (read) =>
    read.asks.flatMap((name, index) =>
      questions.has(name) ? [] : [unknownWord(['asks', index], name, [...questions.keys()])],
    ),
  )
  return { ...preset, questions: asks.map((name) => questions.get(name)!) }
}

const answer = z.union([z.string(), z.number(), z.array(z.string())])
const person = z.strictObject({
  fullName: z.string(),
  cardNumber: z.string(),
  phone: z.string(),
  cell: z.string().optional(),
})

export interface AnswersFile {
  answers: Answers
  administrator?: z.output<typeof person>
}

/** Reads answers from a file: each by its question's key, and the first administrator. @throws ConfigurationError */
export function parseAnswersFile(text: string, fileName: string): AnswersFile {
  const schema = z.object({ administrator: person.optional() }).catchall(answer)
  const { administrator, ...given } = parseWith(schema, text, fileName)
  const typed = Object.entries(given).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join('\n') : String(value),
  ])
  return { answers: Object.fromEntries(typed), administrator: administrator as AnswersFile['administrator'] }
}
