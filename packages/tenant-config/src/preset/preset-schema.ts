import * as z from 'zod'
import { key, text } from '../schema/dated'

const set = z
  .record(z.string(), z.unknown())
  .describe('Đường dẫn trong tenant.yaml và giá trị; {{answer}} là câu trả lời')

const option = z.strictObject({
  value: z.string(),
  label: text,
  set: set.optional(),
  /** Leaves a level out; what named it names `instead`. */
  without: z.string().optional(),
  instead: z.string().optional(),
})

const question = z.strictObject({
  ask: text,
  hint: text.optional(),
  kind: z.enum(['text', 'list', 'number', 'date', 'cadence', 'choice']),
  optional: z.boolean().default(false),
  pattern: z.string().optional(),
  least: z.number().optional(),
  /** Longest text, largest number. */
  most: z.number().optional(),
  cite: z.array(text).default([]).describe('Điều đã gợi ra câu hỏi'),
  options: z.array(option).optional(),
  set: set.optional(),
})
export type PresetQuestion = z.output<typeof question> & { key: string }

/** What may be asked, by key; shared by all presets. */
export const questionsSchema = z.record(z.string(), question)

/** A regulation's shape: the configuration it starts from, what it asks, and what it answers by itself. */
export const presetSchema = z.strictObject({
  key,
  name: text,
  summary: text,
  drawnFrom: text,
  asks: z.array(z.string()).nonempty(),
  answers: z.record(z.string(), z.string()),
  configuration: z.record(z.string(), z.unknown()),
})

export interface Preset extends Omit<z.output<typeof presetSchema>, 'asks'> {
  /** In the order they are asked. */
  questions: PresetQuestion[]
}

/** As typed: a text, and a list's lines one below the other. */
export type Answers = Record<string, string>
