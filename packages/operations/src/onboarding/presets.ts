/// <reference types="vite/client" />
import { NotFound } from '@sotay/kernel'
import { type Preset, parsePreset, parseQuestions } from '@sotay/tenant-config'

const files = import.meta.glob<string>('../../presets/*.yaml', { query: '?raw', import: 'default', eager: true })
const drawings = import.meta.glob<string>('../../presets/brand/*.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** From the widest to the narrowest. */
const ORDER = ['full', 'pilot', 'city-led', 'steering-body']

let read: Preset[] | undefined

/** The presets, each with its questions. */
export function listPresets(): Preset[] {
  if (read) return read
  const questions = parseQuestions(textOf('questions'), 'presets/questions.yaml')
  read = ORDER.map((key) => parsePreset(textOf(key), `presets/${key}.yaml`, questions))
  return read
}

/** @throws NotFound */
export function findPreset(key: string): Preset {
  const preset = listPresets().find((entry) => entry.key === key)
  if (!preset) throw new NotFound('operations.unknown-preset', { preset: key, known: ORDER.join(', ') })
  return preset
}

/** The drawings a province has until it sends its own. */
export const presetDrawings = () => ({
  emblem: Buffer.from(drawings['../../presets/brand/bua-liem.svg']!),
  ground: Buffer.from(drawings['../../presets/brand/nen.svg']!),
})

const textOf = (name: string): string => files[`../../presets/${name}.yaml`]!
